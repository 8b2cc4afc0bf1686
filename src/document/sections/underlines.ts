import type { Heading } from 'mdast'
import { say, type Said } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import { lineEndOf } from '../../markdown/line-end.ts'
import { lineStart } from '../../markdown/line-start.ts'
import { parse } from '../../markdown/parse.ts'
import { offsets } from '../../markdown/tag-places.ts'
import { pairQuestions } from '../cards/cards.ts'
import { readSections, type Section } from './chapters.ts'
import { severities, type Mend, type Problem } from '../problems/diagnostics.ts'
import { startOf } from './pairs.ts'

/** The `---` or `===` that makes a heading of the text above it. */
export interface Underline extends SourceRange {
  marks: string
  line: number
  /** Whether a blank line before it makes a rule of it; else it can only stay as text. */
  isRule: boolean
}

/** The heading that opens a chapter; undefined for the text before the first one. */
export function headingOf({ blocks }: Section): Heading | undefined {
  return blocks[0]?.type === 'heading' ? blocks[0] : undefined
}

/** What underlines a chapter's heading; undefined where it begins with `#`. */
export function underlineOf(text: string, section: Section): Underline | undefined {
  const heading = headingOf(section)
  if (heading?.position === undefined) return undefined
  const { start: line, end: last } = heading.position
  if (line.line === last.line) return undefined
  const { end } = offsets(heading)
  const below = text.slice(lineStart(text, end), end)
  const marks = below.trim()
  const start = end - below.trimStart().length
  return {
    marks,
    start,
    end: start + marks.length,
    line: last.line,
    isRule: /^-{3,}$/.test(marks)
  }
}

/** The first tag of a question or answer in an underlined heading that nobody means for a title. */
export function underlinedTag({ blocks, marking }: Section): AnyTag | undefined {
  const [heading] = blocks
  if (heading?.type !== 'heading' || heading.position === undefined) return undefined
  const { start, end } = offsets(heading)
  const isIn = (tag: AnyTag) => offsets(tag).start >= start && offsets(tag).end <= end
  const { markers, literals, lonely, spans } = marking
  const [first] = [...markers, ...literals]
    .filter((tag) => isIn(tag) && (tag.kind === 'question' || tag.kind === 'answer'))
    .toSorted((a, b) => startOf(a) - startOf(b))
  const { start: top, end: bottom } = heading.position
  if (!first || top.line === bottom.line) return undefined
  // A whole question on one line may be a title, also with its answer: so it is read.
  const isTitle =
    bottom.line === top.line + 1 &&
    first.kind === 'question' &&
    !lonely.some(isIn) &&
    spans.every(({ open, close }) => isIn(close.tag) || !isIn(open.tag))
  return isTitle ? undefined : first
}

/** Says why a chapter begins here, with the line, as the end of a sentence. */
export function whyBegins(text: string, section: Section): Said {
  const underline = underlineOf(text, section)
  if (underline) {
    return say('as {marks} in line {line} makes a heading of the text above it', {
      marks: underline.marks,
      line: String(underline.line)
    })
  }
  const line = headingOf(section)?.position?.start.line ?? 1
  return say('as the heading in line {line} ends the chapter', { line: String(line) })
}

/** What to do so that an underline makes no heading, as a sentence. */
export function remedyFor({ marks, isRule }: Underline): Said {
  return isRule
    ? say('Put a blank line before {marks}.', { marks })
    : say('Write \\{marks} to keep it as text.', { marks })
}

/** A longer stretch of text is not read twice more for the sake of a fix. */
const LONG = 200_000

/**
 * Makes text, or a rule of its own, of underlines in neighbouring chapters, read from the first
 * of `around` to its last; undefined where that would leave as many errors, or make another problem.
 * `errors`: whether it is to take some away. Pieces of the text are read again, with note syntax or not.
 */
export function liftUnderlines(
  text: string,
  underlines: Underline[],
  around: Section[],
  { errors, noteSyntax }: { errors: boolean; noteSyntax: boolean }
): Mend | undefined {
  const [first, last] = [underlines[0], underlines.at(-1)]
  const from = around[0]?.own.start ?? 0
  const to = around.at(-1)?.own.end ?? from
  if (!first || !last || to - from > LONG) return undefined
  const start = placeOf(text, first)
  const end = placeOf(text, last)
  let put = ''
  let at = start
  for (const underline of underlines) {
    const next = placeOf(text, underline)
    put += text.slice(at, next) + (underline.isRule ? lineEndOf(text) : '\\')
    at = next
  }
  const before = countProblems(text.slice(from, to), noteSyntax)
  const after = countProblems(text.slice(from, start) + put + text.slice(end, to), noteSyntax)
  const isBetter =
    after.headings === before.headings - underlines.length &&
    after.problems <= before.problems &&
    after.errors <= before.errors &&
    (errors ? after.errors < before.errors : after.underlined < before.underlined)
  if (!isBetter) return undefined
  const said = first.isRule
    ? say('Insert a blank line')
    : say('Keep {tag} as text', { tag: first.marks })
  return { said, start, end, text: put }
}

/** Where a sign has to be put in: a blank line before the line, a backslash before the marks. */
function placeOf(text: string, { start, isRule }: Underline): number {
  return isRule ? lineStart(text, start) : start
}

/** What is wrong with the tags of whole chapters. */
function countProblems(text: string, noteSyntax: boolean) {
  const { root } = parse(text, { noteSyntax, withFrontMatter: false })
  const sections = readSections(text, root.children, '')
  const problems = sections.flatMap((section): Problem[] => [
    ...section.marking.problems,
    ...pairQuestions(section, text).problems
  ])
  return {
    headings: sections.filter(({ level }) => level > 0).length,
    underlined: sections.filter((section) => underlinedTag(section) !== undefined).length,
    problems: problems.length,
    errors: problems.filter(({ code }) => severities[code] === 'error').length
  }
}
