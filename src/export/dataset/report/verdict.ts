import type { ModelAnswer } from './report.ts'

/** What becomes of an answer in reports: with less than half of the words it is wrong, as in report.html. */
export type Verdict = 'right' | 'partly' | 'wrong'

/** Judges by the figures of a report. */
export function verdictOf({ exact, f1 }: Pick<ModelAnswer, 'exact' | 'f1'>): Verdict {
  return exact ? 'right' : f1 < 0.5 ? 'wrong' : 'partly'
}
