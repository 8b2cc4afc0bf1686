/** The five tags of the language, as written. */

export type TagKind = 'topic' | 'question' | 'answer' | 'block-reader' | 'chapter-reader'
export type TagSide = 'open' | 'close' | 'single'

export interface TagForm {
  kind: TagKind
  side: TagSide
}

/** Source text → what it is. Tags are exact and upper case (L1.1). */
export const tagForms: ReadonlyMap<string, TagForm> = new Map([
  ['[/T]', { kind: 'topic', side: 'open' }],
  ['[T/]', { kind: 'topic', side: 'close' }],
  ['[/Q]', { kind: 'question', side: 'open' }],
  ['[Q/]', { kind: 'question', side: 'close' }],
  ['[/A]', { kind: 'answer', side: 'open' }],
  ['[A/]', { kind: 'answer', side: 'close' }],
  ['[/BLOCKREAD/]', { kind: 'block-reader', side: 'single' }],
  ['[/CHAPTREEREAD/]', { kind: 'chapter-reader', side: 'single' }]
])

/** The form of a tag's source text; throws on anything else. */
export function tagForm(source: string): TagForm {
  const form = tagForms.get(source)
  if (!form) throw new Error(`Not a tag: ${source}`)
  return form
}

/** Where tags are spelled in text that the parser holds literal, as offsets in it. */
export function spelledTags(text: string): { source: string; at: number }[] {
  const found: { source: string; at: number }[] = []
  if (!text.includes('[/') && !text.includes('/]')) return found
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    const source = text.slice(at, text.indexOf(']', at) + 1)
    if (tagForms.has(source)) found.push({ source, at })
  }
  return found
}

/** The source of a kind's opener or closer. */
export function tagSourceOf(kind: TagKind, side: 'open' | 'close'): string {
  for (const [source, form] of tagForms) {
    if (form.kind === kind && form.side === side) return source
  }
  throw new Error(`No ${side} tag for ${kind}`)
}
