import type { Said } from '../../../say/say.ts'
import type { Chunk } from '../items/paragraphs.ts'

/** Something in a document that teaches nothing by itself. */
export interface QualityRule {
  /** In options and in the manifest. */
  name: string
  /** What goes, in the plural, as the page says it. */
  label: Said
  /** What it is, in one line. */
  hint: Said
  /** Whether it also goes out of a chapter that holds more. */
  cutsChapters?: boolean
  /** What of a passage is left to learn. Of an empty list nothing is asked. */
  rest(chunks: Chunk[]): Chunk[]
}

/** What leaves records out, as the page names it. */
export type QualityKind = Pick<QualityRule, 'name' | 'label' | 'hint'>

/** A rule that looks at each stretch by itself. */
export function eachChunk(teachesNothing: (text: string) => boolean): QualityRule['rest'] {
  return (chunks) => chunks.filter(({ text }) => !teachesNothing(text))
}

const FENCED = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*(.*)\n([\s\S]*?)\n?[ \t>]*(?:`{3,}|~{3,})[ \t]*$/

/** The words behind a fence and what stands between the fences; nothing of other text. */
export function fencedCode(text: string): { info: string; body: string } | undefined {
  const match = /^[\s>]*[`~]/.test(text) ? FENCED.exec(text.trim()) : null
  return match ? { info: match[1]?.trim() ?? '', body: match[2] ?? '' } : undefined
}

/** A piece of code that a notebook may run. */
export interface Cell {
  /** Whether it surely stands in a notebook. */
  ofNotebook: boolean
  /** What is told of it: the words behind the fence, and options in its first lines. */
  head: string
  code: string
}

/** Code of the languages of notebooks between fences; nothing of other text. */
export function cellOf(text: string): Cell | undefined {
  const fenced = fencedCode(text)
  if (!fenced) return undefined
  const { info, body } = fenced
  const isCell = /^\{(?:code-cell|\.?(?:ipython|python|julia|r)\b)/i.test(info)
  if (!isCell && !/^(?:ipython\d?|python\d?|py|julia|r)\b/i.test(info)) return undefined
  const [options = ''] =
    /^(?:---\n[\s\S]*?\n---\n|(?:\s*(?::[\w-]+:|#\|).*(?:\n|$))+)/.exec(body) ?? []
  const code = body.slice(options.length)
  const ofNotebook = isCell || options !== '' || /^\s*(?:%|#@)\w/.test(code)
  return { ofNotebook, head: `${info}\n${options}`, code }
}
