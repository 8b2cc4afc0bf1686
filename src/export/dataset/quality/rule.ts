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

/** A rule that looks at each stretch by itself. */
export function eachChunk(teachesNothing: (text: string) => boolean): QualityRule['rest'] {
  return (chunks) => chunks.filter(({ text }) => !teachesNothing(text))
}

const FENCED = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*(.*)\n([\s\S]*?)\n?[ \t>]*(?:`{3,}|~{3,})[ \t]*$/

/** The words behind a fence and what stands between the fences; nothing of other text. */
export function fencedCode(text: string): { info: string; body: string } | undefined {
  const match = FENCED.exec(text.trim())
  return match ? { info: match[1]?.trim() ?? '', body: match[2] ?? '' } : undefined
}
