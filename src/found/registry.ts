import type { Rule } from './rule.ts'
import { answerKey } from './rules/answer-key.ts'
import { answerLine } from './rules/answer-line.ts'
import { boldQuestion } from './rules/bold-question.ts'
import { calloutQuestion } from './rules/callout-question.ts'
import { cardBreak } from './rules/card-break.ts'
import { cloze } from './rules/cloze.ts'
import { definitionList } from './rules/definition-list.ts'
import { detailsQuestion } from './rules/details-question.ts'
import { doubleArrow } from './rules/double-arrow.ts'
import { doubleColon } from './rules/double-colon.ts'
import { headingCard } from './rules/heading-card.ts'
import { headingQuestion } from './rules/heading-question.ts'
import { isA } from './rules/is-a.ts'
import { labelHeadings } from './rules/label-headings.ts'
import { logseqCard } from './rules/logseq-card.ts'
import { plainTerm } from './rules/plain-term.ts'
import { qaLines } from './rules/q-a-lines.ts'
import { questionLine } from './rules/question-line.ts'
import { questionMark } from './rules/question-mark.ts'
import { startEnd } from './rules/start-end.ts'
import { termColon } from './rules/term-colon.ts'
import { termTable } from './rules/term-table.ts'
import { tripleColon } from './rules/triple-colon.ts'

/** All rules. Where two find cards in the same words, the one that stands first has them. */
export const rules: readonly Rule[] = [
  startEnd,
  qaLines,
  labelHeadings,
  questionMark,
  logseqCard,
  headingCard,
  cardBreak,
  tripleColon,
  doubleColon,
  definitionList,
  cloze,
  doubleArrow,
  answerKey,
  answerLine,
  calloutQuestion,
  detailsQuestion,
  headingQuestion,
  boldQuestion,
  questionLine,
  termTable,
  plainTerm,
  isA,
  termColon
]
