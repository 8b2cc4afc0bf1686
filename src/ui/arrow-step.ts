/** 1 where lines of the page run from left to right, -1 where they run the other way. */
export function readingWay(): 1 | -1 {
  return document.dir === 'rtl' ? -1 : 1
}

/** What an arrow key means where things stand beside each other: 1 is on, -1 back, as the page is read. */
export function arrowStep(key: string): 1 | -1 | undefined {
  if (key === 'ArrowRight') return readingWay()
  if (key !== 'ArrowLeft') return undefined
  return readingWay() === 1 ? -1 : 1
}
