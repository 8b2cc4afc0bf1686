import type { SourceRange } from '../markdown/tree/container-marks.ts'
import type { FoundEdit } from './found-card.ts'
import type { Line } from './passage.ts'

/** `**Term**: meaning` on a line, whether or not it is one. */
export interface BoldTerm {
  term: SourceRange
  words: string
  /** The colon or dash between, and a colon within the bold words. */
  replaced: FoundEdit[]
  /** Where the meaning begins. */
  meaning: number
  /** What the line says of it. */
  rest: string
}

const beforeColon =
  /^(?<bold>(?:\*\*\*?|__)(?=\S)(?<inner>[^*_\n]{1,80}?)(?<colon>[ \t]?[:：])?(?:\*\*\*?|__))(?<more>[ \t]*[(（][^()（）]{1,60}[)）])?(?<gap>[ \t]*[:：][ \t]*|[ \t]+(?:[–—=]|--?)[ \t]+|[ \t]*(?:——?|–)[ \t]*|[ \t]*)(?=\S)/u

/** Reads a line that begins with bold words; undefined where no colon or dash parts them from more. */
export function boldTermOf({ start, words }: Line): BoldTerm | undefined {
  if (!words.startsWith('*') && !words.startsWith('_')) return undefined
  const match = beforeColon.exec(words)
  const { bold = '', inner = '', colon = '', more = '', gap = '' } = match?.groups ?? {}
  if (!match || (colon === '') === (gap.trim() === '')) return undefined
  const end = bold.length + more.length
  const mark = bold.length - colon.length - (bold.startsWith('***') ? 3 : 2)
  const replaced = [{ start: start + end, end: start + end + gap.length, insert: ' ' }]
  if (colon !== '')
    replaced.unshift({ start: start + mark, end: start + mark + colon.length, insert: '' })
  return {
    term: { start, end: start + end },
    words: inner,
    replaced,
    meaning: start + end + gap.length,
    rest: words.slice(end + gap.length)
  }
}
