import type { Severity } from '../../document/model.ts'
import { plural } from '../../language/plural.ts'

/** What a severity is called on the page, the gravest first. */
export const severityNames: Record<Severity, string> = {
  error: 'Mistake',
  warning: 'Warning',
  info: 'Hint'
}
const grades = ['error', 'warning', 'info'] as const

/** Problems as they are counted on the page. */
export interface ProblemCount {
  /** Of the gravest; undefined where there is none. */
  grade: Severity | undefined
  /** Each kind for itself: `1 mistake, 2 hints`; where there is none, `0 problems`. */
  words: string
}

/** Counts problems by their kind: a warning is no mistake and not called one. */
export function countProblems(problems: Record<Severity, number>): ProblemCount {
  const kinds = grades
    .filter((grade) => problems[grade] > 0)
    .map((grade) => ({ grade, words: counted(problems[grade], grade) }))
  return {
    grade: kinds[0]?.grade,
    words:
      kinds.map(({ words }) => words).join(', ') ||
      plural(0, ['{count} problem', '{count} problems'])
  }
}

function counted(count: number, grade: Severity): string {
  if (grade === 'error') return plural(count, ['{count} mistake', '{count} mistakes'])
  if (grade === 'warning') return plural(count, ['{count} warning', '{count} warnings'])
  return plural(count, ['{count} hint', '{count} hints'])
}
