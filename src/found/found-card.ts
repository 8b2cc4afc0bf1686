import type { TextRange } from '../document/model.ts'
import type { TextEdit } from '../markdown/reading/with-edits.ts'

/** What a card was found by. */
export type FoundRule =
  | 'start-end'
  | 'q-a-lines'
  | 'label-headings'
  | 'question-mark'
  | 'logseq-card'
  | 'heading-card'
  | 'card-break'
  | 'triple-colon'
  | 'double-colon'
  | 'definition-list'
  | 'cloze'
  | 'double-arrow'
  | 'answer-key'
  | 'answer-line'
  | 'heading-question'
  | 'callout-question'
  | 'details-question'
  | 'bold-question'
  | 'question-line'
  | 'term-table'
  | 'plain-term'
  | 'term-colon'
  | 'is-a'

/** Replaces `start`–`end` of the text (UTF-16 offsets) by `insert`. */
export type FoundEdit = TextEdit

/** A card that plain notes hold, and what makes it one in Laegna Markdown (N1.1). */
export interface FoundCard extends TextRange {
  rule: FoundRule
  /** Written in another program's syntax for cards; else suggested by the text's structure. */
  certain: boolean
  /** `cloze`: the question holds gaps and there is no answer. */
  kind: 'basic' | 'cloze'
  /** Where the question begins, from 1. */
  line: number
  /** Title of the chapter around it; the file's where no heading stands before. */
  chapter: string
  /** Markdown, as the card will read (L2.7). */
  question: string
  /** Empty for a cloze card. */
  answer: string
  /**
   * Meant to be asked both ways. The language has no mark for it: applying writes one card, and the
   * export's note type asks in both directions.
   */
  bothWays?: true
  /** In the order of the text, none over another. */
  edits: FoundEdit[]
}

/** What to look for. */
export interface FindSettings {
  /** Only these rules; all where it is left out. */
  rules?: readonly FoundRule[]
  /** As in the project's settings: whether what programs for notes add is read (N2). */
  noteSyntax?: boolean
}
