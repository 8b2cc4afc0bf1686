import type { SourceRange } from '../markdown/container-marks.ts'
import type { Draft } from './draft.ts'
import type { FoundEdit } from './found-card.ts'
import type { Rule } from './rule.ts'

/** A draft on its way to be a card: the stretch it takes, its line, and its edits. */
export interface Candidate extends SourceRange {
  rule: Rule
  draft: Draft
  /** Line on which the question begins, from 1. */
  line: number
  edits: FoundEdit[]
}
