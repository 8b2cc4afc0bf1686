const folded = new WeakMap<object, string>()

/** Items whose text holds all words of a query, whatever the case and the accents. */
export function filterItems<Item extends object>(
  items: Item[],
  query: string,
  textOf: (item: Item) => string
): Item[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter((item) => {
    let text = folded.get(item)
    if (text === undefined) folded.set(item, (text = fold(textOf(item))))
    return words.every((word) => text.includes(word))
  })
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
