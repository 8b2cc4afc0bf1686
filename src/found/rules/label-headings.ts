import { lineStart } from '../../markdown/line-start.ts'
import { readOnly } from '../../markdown/reading/read-plain.ts'
import { blocksAfter } from '../blocks-after.ts'
import { blocksPlace, type Draft, type Place } from '../draft.ts'
import type { FoundEdit } from '../found-card.ts'
import { answers, headingLabelOf, type Label } from '../labels.ts'
import type { Note } from '../note.ts'
import type { Passage } from '../passage.ts'
import { longestAnswer, saySomething } from '../says-something.ts'
import type { Rule } from '../rule.ts'

/** `### Question 1` and `### Answer` as headings, each with what stands below it. */
export const labelHeadings: Rule = {
  name: 'label-headings',
  certain: true,
  sign: /^ {0,3}#{1,6}[ \t]+[*_]*\p{L}{1,12}[ \t]?#?\d{0,3}[.:：]?[*_]*[ \t#]*$/mu,
  find: findPairs
}

/** A heading of one word, as it is written. */
const mayBeLabel = /^#{0,6}[ \t]*[*_]*\p{L}[\p{L}\p{M}]{0,11}[ \t]?#?\d{0,3}[.:：]?[*_]*[ \t#]*$/u

/** A heading that is nothing but a label. */
interface Labelled {
  passage: Passage
  label: Label
}

function findPairs({ passages, text }: Note): Draft[] {
  const labelled = passages.flatMap(labelOf)
  return labelled.flatMap((question, at) => {
    const answer = labelled[at + 1]
    const draft = answer && isAnswerTo(question, answer) && draftOf(text, question, answer)
    return draft ? [draft] : []
  })
}

function labelOf(passage: Passage): Labelled[] {
  const isTop = passage.node.type === 'heading' && passage.parents.length === 0
  if (!isTop || !mayBeLabel.test(passage.source)) return []
  const [line, more] = passage.lines
  const label = line && !more ? headingLabelOf(line.words) : undefined
  return label ? [{ passage, label }] : []
}

function isAnswerTo(question: Labelled, answer: Labelled): boolean {
  return (
    answer.passage.section === question.passage.section + 1 && answers(question.label, answer.label)
  )
}

function draftOf(text: string, question: Labelled, answer: Labelled): Draft | undefined {
  const asked = placeBelow(question)
  const answered = placeBelow(answer)
  if (!asked || !answered) return undefined
  return {
    question: asked,
    answer: answered,
    replaced: [headingEdit(text, question, asked), headingEdit(text, answer, answered)]
  }
}

function placeBelow({ passage }: Labelled): Place | undefined {
  const blocks = blocksAfter(passage)
  if (blocks.length > longestAnswer.blocks) return undefined
  readOnly(blocks)
  return saySomething(blocks) ? blocksPlace(blocks) : undefined
}

/** Takes the heading out, with the blank lines between it and what stands below. */
function headingEdit(text: string, { passage }: Labelled, below: Place): FoundEdit {
  return { start: passage.start, end: lineStart(text, below.start), insert: '' }
}
