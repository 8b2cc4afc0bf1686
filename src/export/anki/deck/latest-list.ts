/**
 * Makes something of a list of texts, and remembers what it made last: cards that follow each other
 * mostly have the same titles and tags.
 */
export function ofLatest<Made>(make: (texts: string[]) => Made): (texts: string[]) => Made {
  let latest: { texts: string[]; made: Made } | undefined
  return (texts) => {
    if (!latest || !isEqual(latest.texts, texts)) latest = { texts, made: make(texts) }
    return latest.made
  }
}

function isEqual(one: string[], other: string[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((text, at) => text === other[at]))
  )
}
