/** A field that Obsidian, Logseq or Templater fill in; gaps of cards are none, nor are embeds. */
const field = /\{\{(?!c\d+::|cloze\b|embed\b)[^{}]*\}\}|<%[^%]*%>/gi

/** Whether a side says nothing but fields of a template: what is made from it is the card. */
export function isTemplateSide(words: string): boolean {
  const rest = words.replace(field, '')
  return rest !== words && !/[\p{L}\p{N}]/u.test(rest)
}
