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

const spelled = [...tagForms.keys()].map((tag) => tag.replace(/\W/g, '\\$&')).join('|')
const spelling = new RegExp(spelled)
const spellings = new RegExp(spelled, 'g')

/** Whether a tag is spelled in text that the parser holds literal. */
export function spellsTag(text: string): boolean {
  return spelling.test(text)
}

/** Where tags are spelled in such text, as offsets in it. */
export function spelledTags(text: string): { source: string; at: number }[] {
  if (!text.includes('[/') && !text.includes('/]')) return []
  return Array.from(text.matchAll(spellings), ({ 0: source, index }) => ({ source, at: index }))
}

/** The source of a kind's opener or closer. */
export function tagSourceOf(kind: TagKind, side: 'open' | 'close'): string {
  for (const [source, form] of tagForms) {
    if (form.kind === kind && form.side === side) return source
  }
  throw new Error(`No ${side} tag for ${kind}`)
}
