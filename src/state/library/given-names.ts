/** Names that the page gives to projects, in its language. */
export const givenNames = {
  example: 'Example',
  original: 'Original example',
  recovered: 'Recovered project',
  untitled: 'Untitled project'
}

const english = /^(?:Untitled project|Recovered project|Example|Original example)$/

/** Whether nobody chose the name: the page gave it, now or when it spoke English, perhaps with a number behind. */
export function isGiven(name: string): boolean {
  const bare = name.replace(/ \(\d+\)$/, '')
  return english.test(bare) || Object.values(givenNames).includes(bare)
}
