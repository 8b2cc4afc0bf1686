import { blocksRightAfter } from '../blocks-after.ts'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import { leadingHashtags, visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'

const mark = /^[?？]{1,2}$/
/** A line of nothing else, in any containers. */
const marksLine = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*[?？]{1,2}[ \t]*\\?[ \t]*$/m

/** Obsidian Spaced Repetition: lines, `?` or `??` alone (both ways), lines to the blank line. */
export const questionMark: Rule = {
  name: 'question-mark',
  certain: true,
  sign: marksLine,
  find: ({ passages }: Note) =>
    passages.flatMap((passage, at) => draftsOf(passage, passages[at - 1]))
}

function draftsOf(passage: Passage, before: Passage | undefined): Draft[] {
  if (passage.node.type !== 'paragraph' || !marksLine.test(passage.source)) return []
  const { lines } = passage
  const at = lines.findIndex(({ words }) => mark.test(words))
  const line = lines[at]
  if (!line || lines.some(({ words }, other) => other > at && mark.test(words))) return []
  const question = at > 0 ? ownQuestion(lines, at) : headingQuestion(passage, before)
  const answer = answerOf(passage, at)
  if (!question || !answer) return []
  const replaced = [{ start: line.start, end: answer.start, insert: '' }]
  return [{ question, answer, replaced, bothWays: line.words.length === 2 }]
}

/** The lines above the mark, without hashtags that name a deck. */
function ownQuestion(lines: Line[], at: number): Place | undefined {
  const first = lines.findIndex(({ words }) => leadingHashtags(words) < words.length)
  const from = lines[first]
  const to = lines[at - 1]
  if (!from || !to || first >= at) return undefined
  return inline(from.start + leadingHashtags(from.words), to.end)
}

/** A heading right above the mark. */
function headingQuestion({ node, siblings, index }: Passage, before?: Passage): Place | undefined {
  const line = before?.lines.at(-1)
  const isAbove =
    before?.node.type === 'heading' &&
    siblings[index - 1] === before.node &&
    before.node.position?.end.line === (node.position?.start.line ?? 0) - 1
  return isAbove && line ? inline(before.lines[0]?.start ?? line.start, line.end) : undefined
}

function answerOf(passage: Passage, at: number): Place | undefined {
  const { lines, node } = passage
  const start = lines[at + 1]?.start ?? lines[at]?.end
  const last = lines.findLast((line, index) => index > at && visibleEnd(line) > line.start)
  const more = blocksRightAfter(passage)
  if (more.length > 0 && node.type === 'paragraph') return blocksPlace([node, ...more], start)
  return last && start !== undefined ? inline(start, visibleEnd(last)) : undefined
}
