/** Frames after which everything that comes into sight has its true height. */
const most = 4

/**
 * Scrolls to an element that is out of sight. What stands above it may only now be measured and push
 * it away again: then it is followed, as long as `isWanted`.
 */
export function bringIntoView(element: Element, isWanted = (): boolean => true): void {
  let left = most
  const look = (): void => {
    if (!isWanted()) return
    element.scrollIntoView({ block: isInSight(element) ? 'nearest' : 'center' })
    if (left-- > 0) requestAnimationFrame(look)
  }
  look()
}

function isInSight(element: Element): boolean {
  const pane = element.closest('.preview, dialog')?.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  return !pane || (bottom > pane.top && top < pane.bottom)
}
