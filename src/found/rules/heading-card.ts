import { blocksAfter, blocksRightAfter } from '../blocks-after.ts'
import { cardTagOf, cardTagSign, type CardTag } from '../card-tag.ts'
import { blocksPlace, inline, type Draft, type Place } from '../draft.ts'
import { trailingHashtags, visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import type { Rule } from '../rule.ts'

/** `## Front #card`, or a line that ends so, and below it the back. */
export const headingCard: Rule = {
  name: 'heading-card',
  certain: true,
  sign: cardTagSign,
  find: ({ passages }: Note) =>
    passages.flatMap((passage, at) => {
      const mayBe = cardTagSign.test(passage.source) && isTop(passage)
      const draft = mayBe && draftOf(passage, passages[at - 1])
      return draft ? [draft] : []
    })
}

function isTop({ node, parents }: Passage): boolean {
  return node.type === 'heading'
    ? parents.length === 0
    : node.type === 'paragraph' && parents.at(-1)?.type !== 'listItem'
}

function draftOf(passage: Passage, before: Passage | undefined): Draft | undefined {
  const { lines, node } = passage
  const at = lines.findIndex((line) => cardTagOf(line) !== undefined)
  const line = lines[at]
  const tag = line && cardTagOf(line)
  // `#flashcards` names the deck of a note, and `Question::Answer #card` is a card on one line.
  if (!line || !tag || tag.ofDeck || line.words.includes('::')) return undefined
  const ownWords = line.words.length > tag.range.end - tag.range.start
  if (node.type === 'heading')
    return withAnswer(frontOf(lines, at, tag), tag, belowHeading(passage))
  const answer = below(passage, at)
  // The tag below a heading, on a line of its own.
  if (at === 0 && !ownWords) {
    const front = before?.node.type === 'heading' && before.siblings === passage.siblings
    const heading = before?.lines[0]
    const last = before?.lines.at(-1)
    if (!front || !heading || !last || passage.siblings[passage.index - 1] !== before.node) {
      return undefined
    }
    return withAnswer(inline(heading.start, last.end), tag, answer)
  }
  const isLast = tag.range.end + trailingAfter(line, tag) >= line.end
  return isLast ? withAnswer(frontOf(lines, at, tag), tag, answer) : undefined
}

function trailingAfter(line: Line, tag: CardTag): number {
  return trailingHashtags(line.words.slice(tag.range.end - line.start))
}

function withAnswer(
  question: Place | undefined,
  { range, bothWays }: CardTag,
  answer: Place | undefined
): Draft | undefined {
  if (!question || !answer || question.end <= question.start) return undefined
  return { question, answer, bothWays, replaced: [{ ...range, insert: '' }] }
}

/** The lines up to the tag, without hashtags beside it. */
function frontOf(lines: Line[], at: number, { range }: CardTag): Place | undefined {
  const first = lines[0]
  const line = lines[at]
  if (!first || !line) return undefined
  const words = line.words.slice(0, range.start - line.start)
  const end = line.start + words.length - trailingHashtags(words)
  if (end > line.start) return inline(first.start, end)
  const above = lines[at - 1]
  return above && inline(first.start, above.end)
}

function belowHeading(passage: Passage): Place | undefined {
  const right = blocksRightAfter(passage)
  return blocksPlace(right.length > 0 ? right : blocksAfter(passage))
}

/** The rest of the paragraph and what stands right below it. */
function below(passage: Passage, at: number): Place | undefined {
  const { lines, node } = passage
  const next = lines[at + 1]
  const more = blocksRightAfter(passage)
  const last = lines.findLast((line, index) => index > at && visibleEnd(line) > line.start)
  if (next && last) {
    return more.length > 0
      ? blocksPlace([node, ...more], next.start)
      : inline(next.start, visibleEnd(last))
  }
  return blocksPlace(more)
}
