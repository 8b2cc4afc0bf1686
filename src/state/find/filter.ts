const folded = new WeakMap<object, string>()

/**
 * Items whose text holds all words of a query, whatever the case and the accents. `sourceOf` gives
 * more to look into, folded already: what is too long to be kept with each item.
 */
export function filterItems<Item extends object>(
  items: Item[],
  query: string,
  textOf: (item: Item) => string,
  sourceOf: (item: Item) => string = () => ''
): Item[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter((item) => {
    let text = folded.get(item)
    if (text === undefined) folded.set(item, (text = fold(textOf(item))))
    const missing = words.filter((word) => !text.includes(word))
    if (missing.length === 0) return true
    const source = sourceOf(item)
    return missing.every((word) => source.includes(word))
  })
}

/** A text without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
