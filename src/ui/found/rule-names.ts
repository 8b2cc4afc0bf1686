import type { FoundRule } from '../../laegna.ts'

/** What each rule finds, for a heading over its cards. */
export const ruleNames: Record<FoundRule, string> = {
  'start-end': 'Between START and END',
  'q-a-lines': 'Lines with Q: and A:',
  'label-headings': 'Headings “Question” and “Answer”, and what stands below',
  'question-mark': 'A line with ? between question and answer',
  'logseq-card': 'List items with #card',
  'heading-card': 'Headings with #card or #flashcard',
  'card-break': 'Parts between lines of dashes',
  'triple-colon': 'Question ::: answer, meant both ways',
  'double-colon': 'Question :: answer',
  'definition-list': 'Definition lists',
  cloze: 'Sentences with gaps',
  'double-arrow': 'Lines with an arrow between question and answer',
  'answer-key': 'Numbered questions, and their answers at the end',
  'answer-line': 'A line that asks, and a line with Answer:',
  'callout-question': 'Callouts whose title asks',
  'details-question': 'Folded text (details), and the question on it',
  'bold-question': 'Questions in bold, and what stands below',
  'heading-question': 'Headings that ask, and what stands below',
  'question-line': 'A line that asks, and the lines below',
  'term-table': 'Tables of terms and meanings',
  'plain-term': 'Lists of terms and meanings',
  'term-colon': 'A term in bold, and what it means',
  'is-a': 'A term in bold, and what it is'
}
