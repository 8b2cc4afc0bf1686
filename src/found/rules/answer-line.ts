import { inline, type Draft } from '../draft.ts'
import { labelOf, labelSign } from '../labels.ts'
import { visibleEnd } from '../line-ends.ts'
import type { Note } from '../note.ts'
import type { Line, Passage } from '../passage.ts'
import { isAside } from '../terms.ts'
import { asksSomething } from '../words/empty-questions.ts'
import type { Rule } from '../rule.ts'

/** A question, with no mark of its own, on the line above `Answer: …`, in the words of many languages. */
export const answerLine: Rule = {
  name: 'answer-line',
  certain: false,
  sign: labelSign,
  find: ({ passages }: Note) =>
    passages.flatMap((passage, at) => {
      const mayBe = passage.node.type === 'paragraph' && labelSign.test(passage.source)
      return mayBe && !isAside(passage) ? draftsOf(passage, passages[at - 1]) : []
    })
}

const asks = /[?？؟]["”»)*_]*$/
const number = /^(?:\*\*|__)?\(?\d{1,3}[.)][ \t]+/

function draftsOf(passage: Passage, before: Passage | undefined): Draft[] {
  const { lines } = passage
  return lines.flatMap((line, at) => {
    const label = labelOf(line.words)
    // `A:` alone may be the first of some choices.
    const isLabel = label && label.answer.length > 0 && label.word.length > 1 && label.keeps === 0
    const asked = lines[at - 1] ?? (at === 0 ? lineBefore(passage, before) : undefined)
    if (!isLabel || !asked || !asks.test(asked.words)) return []
    const question = withoutNumber(asked)
    if (labelOf(question.words) || !asksSomething(question.words)) return []
    const last = lines.slice(at).findIndex((_, index) => endsBefore(lines[at + index + 1]))
    const end = visibleEnd(lines[at + last] ?? line)
    const start = line.start + label.length
    if (end <= start) return []
    const gone = { start: line.start, end: start, insert: '' }
    return [
      {
        question: inline(question.start, question.end),
        answer: inline(start, end),
        replaced: [gone]
      }
    ]
  })
}

/** Whether an answer ends before a line: another question, or another label. */
function endsBefore(next: Line | undefined): boolean {
  return !next || asks.test(next.words) || labelOf(next.words) !== undefined
}

/** The one line of the paragraph right before this one. */
function lineBefore(passage: Passage, before: Passage | undefined): Line | undefined {
  const isNext = before?.siblings === passage.siblings && before.index === passage.index - 1
  return isNext && before.node.type === 'paragraph' && before.lines.length === 1
    ? before.lines[0]
    : undefined
}

function withoutNumber({ start, end, words }: Line): Line {
  const lead = number.exec(words)?.[0].length ?? 0
  return { start: start + lead, end, words: words.slice(lead) }
}
