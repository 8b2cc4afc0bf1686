import type { Nodes } from 'mdast'
import { say } from '../../say/say.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { offsets, type TagPlace } from '../../markdown/tag-places.ts'
import { tagSourceOf } from '../../markdown/tags.ts'
import { isSeenBetween } from '../../markdown/seen-between.ts'
import type { Mend, Problem } from './diagnostics.ts'
import { cannotBegin, sayingsOf } from './tag-sayings.ts'

/** The tag behind another, and whether it belongs to a pair. */
type NextTag = TagPlace & { isPaired: boolean }

/** An opener without a closer in its chapter or table cell (L2.4). */
export function unclosedTag(text: string, place: TagPlace, next: NextTag | undefined): Problem {
  const { value, kind } = place.tag
  const closer = tagSourceOf(kind, 'close')
  const fix = closingFix(text, place, next, closer)
  return {
    ...offsets(place.tag),
    code: 'unclosed-tag',
    said: sayingsOf(kind).unclosed(value, closer),
    ...(fix && { fix })
  }
}

/** A closer without an opener (L2.3). */
export function unopenedTag(place: TagPlace): Problem {
  const { tag } = place
  return {
    ...offsets(tag),
    code: 'unopened-tag',
    said: sayingsOf(tag.kind).unopened(tag.value, tagSourceOf(tag.kind, 'open')),
    ...escapeFix(place)
  }
}

/** A closer whose opener stands inside another pair (L2.3). */
export function overlappingTags(place: TagPlace): Problem {
  const { tag } = place
  const opener = tagSourceOf(tag.kind, 'open')
  return {
    ...offsets(tag),
    code: 'overlapping-tags',
    said: say(
      '{tag} belongs to the {opener} inside another pair of tags. Close one pair before you open the next.',
      { tag: tag.value, opener }
    ),
    ...escapeFix(place)
  }
}

/** A pair with nothing in it (L2.6). */
export function emptyTag(text: string, open: TagPlace, close: TagPlace): Problem {
  const { start, end: openEnd } = offsets(open.tag)
  const { start: closeStart, end } = offsets(close.tag)
  const isRemovable =
    open.ancestors.at(-1) === close.ancestors.at(-1) &&
    open.tag.type === close.tag.type &&
    text.slice(openEnd, closeStart).trim() === ''
  return {
    start,
    end,
    code: 'empty-tag',
    said: sayingsOf(open.tag.kind).empty(open.tag.value, close.tag.value),
    ...(isRemovable && { fix: { said: say('Remove both tags'), start, end, text: '' } })
  }
}

/** How blocks begin, and go on in their second line. */
const blockForms: [block: keyof typeof cannotBegin, begin: RegExp, next: RegExp][] = [
  ['list', /^[ \t]*[-*+][ \t]+\S/, /^ {0,3}[-*+][ \t]+\S/],
  ['list', /^[ \t]*\d{1,9}[.)][ \t]+\S/, /^ {0,3}\d{1,9}[.)][ \t]+\S/],
  ['quote', /^[ \t]*>/, /^ {0,3}>/],
  ['table', /\|/, /^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[ \t|:-]*$/]
]

/** A list, quote, table or block of TeX that begins behind a tag, where Markdown has none begin (L1.4). */
export function blockBehindTag(text: string, open: TagPlace, close: TagPlace): Problem | undefined {
  const { tag, ancestors } = open
  if (tag.type !== 'tag' || ancestors.length !== 1) return undefined
  const { start, end } = offsets(tag)
  const inside = text.slice(end, offsets(close.tag).start)
  const begin = end + (/^[ \t]*/.exec(inside)?.[0].length ?? 0)
  const said = blockAmong(inside)
  if (!said || (said === 'formula' && isRead(ancestors[0]?.children ?? [], begin))) return undefined
  const lead = /(?<![ \t])[ \t]*$/.exec(text.slice(lineStart(text, start), start))?.[0] ?? ''
  const from = start - lead.length
  const before = `${from === lineStart(text, start) ? '' : '\n'}${tag.value}\n`
  const problem = {
    start,
    end,
    code: 'block-behind-tag' as const,
    said: cannotBegin[said](tag.value)
  }
  if (said === 'formula') {
    const { end: to } = offsets(close.tag)
    const behind = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(to)) ? '' : '\n'
    const put = `${before}${inside.trim()}\n${close.tag.value}${behind}`
    const title = say('Give the tags lines of their own')
    return { ...problem, fix: { said: title, start: from, end: to, text: put } }
  }
  const title = say('Give {tag} a line of its own', { tag: tag.value })
  return { ...problem, fix: { said: title, start: from, end: begin, text: before } }
}

/** The block that would begin behind a tag. */
function blockAmong(inside: string): keyof typeof cannotBegin | undefined {
  if (isBracketBlock(inside.trim())) return 'formula'
  const [line = '', next = ''] = inside.split(/\r\n|\n|\r/, 2)
  return blockForms.find(([, begin, second]) => begin.test(line) && second.test(next))?.[0]
}

/** Whether a formula was read at an offset all the same. */
function isRead(nodes: readonly Nodes[], offset: number): boolean {
  return nodes.some(
    ({ type, position }) => type === 'inlineMath' && position?.start.offset === offset
  )
}

/** Whether a text is `\[`, which begins a formula if it is alone on its line, and what goes on to `\]`. */
function isBracketBlock(text: string): boolean {
  return (
    /^\\\[[ \t]*[\r\n]/.test(text) &&
    text.endsWith('\\]') &&
    !/\n[ \t]*(?:[\r\n]|#{1,6}[ \t\r\n])/.test(text)
  )
}

/** An unclosed tag, with the line of the heading that its closer has to stand before. */
export function closedBefore(problem: Problem, line: number): Problem {
  const { template, values } = problem.said
  const before = say('before the heading in line {line}, which ends the chapter', {
    line: String(line)
  })
  return { ...problem, said: { template, values: { ...values, before } } }
}

/** Keeps the tag as text; one alone on its line keeps its distance from what is around it. */
function escapeFix({ tag, ancestors }: TagPlace): { fix?: Mend } {
  const { start, end } = offsets(tag)
  const said = say('Keep {tag} as text', { tag: tag.value })
  if (tag.type === 'tag') return { fix: { said, start, end: start, text: '\\' } }
  return ancestors.length === 0 ? { fix: { said, start, end, text: `\n\\${tag.value}\n` } } : {}
}

/** Closes at the end of the tag's paragraph, or before the next tag in it, or puts that right. */
function closingFix(
  text: string,
  place: TagPlace,
  next: NextTag | undefined,
  closer: string
): Mend | undefined {
  const { tag, ancestors } = place
  const paragraph = ancestors.find((node: Nodes) =>
    ['paragraph', 'heading', 'tableCell'].includes(node.type)
  )
  const last = paragraph?.children.at(-1)
  if (!paragraph || !last?.position) return undefined
  const { end: from } = offsets(tag)
  const limit = Math.min(offsets(last).end, next ? offsets(next.tag).start : Infinity)
  // A backslash at the end would escape the closer, and a caret make a note of it.
  const at = from + text.slice(from, limit).replace(/(?<![\s\\^])[\s\\^]+$/, '').length
  if (!isSeenBetween(paragraph, from, at)) return undefined
  const isCard = tag.kind === 'question' || tag.kind === 'answer'
  const mayClose = next?.tag.value === tag.value && !next.isPaired
  if (isCard && mayClose && endsWhat(text, next, offsets(last).end)) {
    return { said: say('Write {tag}', { tag: closer }), ...offsets(next.tag), text: closer }
  }
  return { said: say('Insert {tag}', { tag: closer }), start: at, end: at, text: closer }
}

/** Whether nothing stands behind an opener in its paragraph, or another tag: it was to close. */
function endsWhat(text: string, { tag }: TagPlace, end: number): boolean {
  const { start, end: from } = offsets(tag)
  return start < end && /^\s*(?:$|\[\/[A-Z]+\])/.test(text.slice(from, end))
}
