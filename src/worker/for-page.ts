import type { Compilation } from '../laegna.ts'

/** So many characters of a block or a chapter go to the page: more than a row of a list shows. */
const BEGINNING = 1000

/**
 * What was read, as the page shows it. Chapters hold each other, so all of their contents are many
 * times the project: too much to be copied to the page after each key.
 */
export function forPage(compilation: Compilation): Compilation {
  return {
    ...compilation,
    blocks: compilation.blocks.map(begun),
    chapters: compilation.chapters.map(begun)
  }
}

function begun<Item extends { content: string }>(item: Item): Item {
  return item.content.length > BEGINNING
    ? { ...item, content: item.content.slice(0, BEGINNING) }
    : item
}
