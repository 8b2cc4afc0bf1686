import type { RootContent } from 'mdast'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { lineStart } from '../markdown/line-start.ts'
import { offsets } from '../markdown/tag-places.ts'
import { inOrder } from '../markdown/reading/with-edits.ts'
import type { FoundEdit } from './found-card.ts'

/** What a question or an answer will hold. */
export interface Place extends SourceRange {
  /** It begins with a block before which its tag has to stand on a line of its own. */
  opensLine?: boolean
  /** It ends with a block after which its tag has to stand on a line of its own. */
  closesLine?: boolean
  /** Where the first block begins, in whose containers such lines stand; without it `start`. */
  blockStart?: number
  /** A blank line has to part the closing tag from what stands before it, or what follows it. */
  blank?: 'before' | 'after'
}

/** A card that a rule found, before its tags are put in. */
export interface Draft {
  question: Place
  /** Left out for a cloze card. */
  answer?: Place
  /** The words of an answer that stands elsewhere, and is put behind its question after `gap`; `replaced` takes it out there, if it goes. */
  moved?: { words: string; gap: string }
  bothWays?: boolean
  /** Marks of the notes' own that go, or become something else. */
  replaced: FoundEdit[]
}

/** A place within one paragraph. */
export function inline(start: number, end: number): Place {
  return { start, end }
}

/** The place of some blocks in a row, from `start` on where the first is a paragraph. */
export function blocksPlace(
  nodes: readonly RootContent[],
  start?: number,
  end?: number
): Place | undefined {
  const first = nodes[0]
  const last = nodes.at(-1)
  if (!first || !last) return undefined
  const blockStart = offsets(first).start
  const place: Place = { start: start ?? blockStart, end: end ?? offsets(last).end, blockStart }
  if (start === undefined && first.type !== 'paragraph') place.opensLine = true
  if (end === undefined && last.type !== 'paragraph') place.closesLine = true
  if (last.type === 'html') place.blank = 'before'
  return place
}

/** From the first to the last character of the text that a draft is about. */
export function rangeOf({ question, answer, replaced }: Draft): SourceRange {
  const all = [question, ...(answer ? [answer] : []), ...replaced]
  return {
    start: all.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: all.reduce((most, { end }) => Math.max(most, end), 0)
  }
}

/** The edits that make a card of a draft, each as large as it can be. */
export function editsOf(text: string, { question, answer, moved, replaced }: Draft): FoundEdit[] {
  const edits: FoundEdit[] = [...tagged(text, question, '[/Q]', '[Q/]'), ...replaced]
  if (moved) {
    const { words, gap } = moved
    edits.push({ start: question.end, end: question.end, insert: `${gap}[/A]${words}[A/]` })
  }
  if (answer) edits.push(...tagged(text, answer, '[/A]', '[A/]'))
  const merged: FoundEdit[] = []
  for (const edit of inOrder(edits)) {
    const last = merged.at(-1)
    if (last?.end === edit.start) {
      last.end = edit.end
      last.insert += edit.insert
    } else merged.push({ ...edit })
  }
  return merged
}

function tagged(text: string, place: Place, open: string, close: string): FoundEdit[] {
  const { start, end, opensLine, closesLine, blank } = place
  const lead = lineLead(text, place.blockStart ?? start)
  const lineEnd = lineEndOf(text)
  const before = opensLine ? open + lineEnd + lead : open
  const gap = lineEnd + lead
  // Behind it a bracket would begin a footnote.
  const apart = text[end - 1] === '^' && !closesLine ? ' ' : ''
  const after =
    apart +
    (blank === 'before' ? gap : '') +
    (closesLine ? gap : '') +
    close +
    (blank === 'after' ? lineEnd : '')
  return [
    { start, end: start, insert: before },
    { start: end, end, insert: after }
  ]
}

/** What a line needs in front to stand in the containers of the one at `offset`: blanks for marks of lists. */
export function lineLead(text: string, offset: number): string {
  return text
    .slice(lineStart(text, offset), offset)
    .replace(/\[[ xX]\][ \t]+$/, '')
    .replace(/[^\s>]/g, ' ')
}

/** How the text ends its lines, judged by the first. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}
