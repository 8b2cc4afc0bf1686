import { readOnly } from '../../markdown/reading/read-plain.ts'
import { withoutTail } from '../blocks-after.ts'
import { endsAsking } from '../asking-line.ts'
import { blocksPlace, inline, type Draft } from '../draft.ts'
import type { Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { longestAnswer, saySomething, wordsOf } from '../says-something.ts'
import { bare } from '../terms.ts'
import { asksForMore } from '../words/asking.ts'
import { asksSomething } from '../words/empty-questions.ts'
import type { Rule } from '../rule.ts'

/** A callout of Obsidian whose title asks, and what stands below it: `> [!question]- What is a cell?`. */
export const calloutQuestion: Rule = {
  name: 'callout-question',
  certain: false,
  sign: /^[ \t>*+.)\d-]*>[ \t]*\[![^[\]\r\n]+\][^\r\n]*[?？؟]/m,
  find: ({ passages }: Note) => passages.flatMap(draftsOf)
}

function draftsOf(passage: Passage): Draft[] {
  const { node, parents, siblings, index } = passage
  const quote = parents.at(-1)
  if (node.type !== 'paragraph' || !node.data?.isCalloutTitle) return []
  if (quote?.type !== 'blockquote' || !quote.data?.callout) return []
  const line = passage.lines[0]
  if (!line || !endsAsking(line.words)) return []
  const asked = bare(line.words)
  const { kind, fold } = quote.data.callout
  // A warning may ask whether one is sure.
  if (kind !== 'question' && fold !== 'folded' && !asksForMore(asked)) return []
  const blocks = withoutTail(siblings.slice(index + 1))
  if (!asksSomething(asked) || blocks.length > longestAnswer.blocks) return []
  readOnly(blocks)
  const answer = blocksPlace(blocks)
  if (!answer || !saySomething(blocks) || asksBack(blocks.map(wordsOf).join(' '))) return []
  if (answer.end - answer.start > longestAnswer.characters) return []
  return [{ question: inline(line.start, line.end), answer, replaced: [] }]
}

/** An open question says what else is not known. */
function asksBack(words: string): boolean {
  return endsAsking(words.trim())
}
