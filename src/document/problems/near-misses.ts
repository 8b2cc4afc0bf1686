import { say } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { firstFrom } from '../../markdown/first-from.ts'
import { spellsTag, tagForms, tagSourceOf, type TagKind } from '../../markdown/tags.ts'
import type { Mend, Problem } from './diagnostics.ts'

/** A tag that found no mate. */
export interface LonelyTag extends SourceRange {
  source: string
}

/** Words in brackets that come close to a tag's name. */
const words = new Map<string, TagKind>([
  ['T', 'topic'],
  ['Q', 'question'],
  ['A', 'answer'],
  ['BLOCKREAD', 'block-reader'],
  ['BLOCKREADER', 'block-reader'],
  ['CHAPTREEREAD', 'chapter-reader'],
  ['CHAPTREEREADER', 'chapter-reader'],
  ['CHAPTERTREEREAD', 'chapter-reader'],
  ['CHAPTERREAD', 'chapter-reader']
])

/** Brackets that are almost a tag, and the tag that was probably meant. */
interface NearMiss extends SourceRange {
  source: string
  tag: string
}

/** Farther apart, in characters, nobody means two brackets as a pair. */
const REACH = 2000

/**
 * Finds brackets in plain text that are almost a tag: `[/q]`, `[Q]…[/Q]`, `[/BLOCKREAD]`. `lonely`
 * are the chapter's tags without a mate, in order, which such a bracket may be missing for.
 */
export function nearMisses(text: string, range: SourceRange, lonely: LonelyTag[]): Problem[] {
  const misses = [
    ...text.slice(range.start, range.end).matchAll(/(?<!\\)\[[ \t/]*[A-Za-z]{1,16}[ \t/]*\]/g)
  ]
    .map((match) => meant(text, match[0], range.start + match.index, lonely))
    .filter((miss) => miss !== undefined)
  return misses.map((miss, at) => {
    const fix = mend(text, miss, misses[at + 1], lonely)
    return {
      start: miss.start,
      end: miss.end,
      code: 'near-miss-tag',
      said: say(
        '{source} is plain text. If you meant a tag, write {tag}; if not, write \\{source}.',
        { source: miss.source, tag: miss.tag }
      ),
      ...(fix && { fix })
    }
  })
}

function meant(
  text: string,
  source: string,
  start: number,
  lonely: LonelyTag[]
): NearMiss | undefined {
  const kind = words.get(source.replace(/[[\]\s/]/g, '').toUpperCase())
  if (!kind || tagForms.has(source)) return undefined
  const miss = { start, end: start + source.length, source }
  if (kind === 'block-reader' || kind === 'chapter-reader') {
    const tag = [...tagForms].find(([, form]) => form.kind === kind)?.[0]
    return tag === undefined ? undefined : { ...miss, tag }
  }
  const opener = tagSourceOf(kind, 'open')
  if (/^\[\s*\//.test(source)) return { ...miss, tag: opener }
  if (/\/\s*\]$/.test(source)) return { ...miss, tag: tagSourceOf(kind, 'close') }
  // `[Q]…[/Q]`, as other markup has it: without the second one it is just a letter in brackets.
  const next = nearestAfter(lonely, start, opener)
  const isMarkup = next && !/\n[ \t\r]*\n/.test(text.slice(start, next.start))
  return isMarkup ? { ...miss, tag: opener } : undefined
}

/** The first of some tags, in order, that begins behind a place and is so written. */
function nearestAfter(lonely: LonelyTag[], offset: number, source: string): LonelyTag | undefined {
  for (let at = firstFrom(lonely, offset + 1); at < lonely.length; at++) {
    const tag = lonely[at]
    if (!tag || tag.start > offset + REACH) break
    if (tag.source === source) return tag
  }
  return undefined
}

/** A rewrite that leaves a whole pair, or none at all. */
function mend(
  text: string,
  miss: NearMiss,
  second: NearMiss | undefined,
  lonely: LonelyTag[]
): Mend | undefined {
  const { kind, side } = tagForms.get(miss.tag) ?? {}
  // A tag alone on its line ends the paragraph, after which indented text would be code.
  if (!kind || (isAlone(text, miss) && (side !== 'single' || isBeforeIndented(text, miss)))) {
    return undefined
  }
  if (side === 'single') return rewrite(miss, miss.tag)
  const closer = tagSourceOf(kind, 'close')
  if (side === 'close') {
    const opener = lonely[firstFrom(lonely, miss.start) - 1]
    const isPair = opener?.source === tagSourceOf(kind, 'open') && isBare(text, opener, miss)
    return isPair ? rewrite(miss, closer) : undefined
  }
  const mate = lonely[firstFrom(lonely, miss.end)]
  if (mate && isBare(text, miss, mate)) {
    if (mate.source === closer) return rewrite(miss, miss.tag)
    if (mate.source === miss.tag && !miss.source.includes('/')) return pair(mate)
  }
  return second?.tag === closer && isBare(text, miss, second) ? pair(second) : undefined

  function pair(end: SourceRange): Mend {
    const inner = text.slice(miss.end, end.start)
    return rewrite({ start: miss.start, end: end.end }, `${miss.tag}${inner}${closer}`)
  }
}

/** Whether two places stand on one line, with words but no tag between them. */
function isBare(text: string, before: SourceRange, after: SourceRange): boolean {
  if (after.start - before.end > REACH) return false
  const between = text.slice(before.end, after.start)
  return !/[\r\n]/.test(between) && between.trim() !== '' && !spellsTag(between)
}

function isAlone(text: string, { start, end }: SourceRange): boolean {
  return (
    /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, start - 80), start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 80))
  )
}

function isBeforeIndented(text: string, { end }: SourceRange): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)(?: {4}|\t)/.test(text.slice(end, end + 80))
}

function rewrite({ start, end }: SourceRange, text: string): Mend {
  return { said: say('Make it a tag'), start, end, text }
}
