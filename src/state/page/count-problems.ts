import type { Diagnostic, Severity } from '../../document/model.ts'

/** What a severity is called on the page, the gravest first. */
export const severityNames: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Hint'
}
const grades = ['error', 'warning', 'info'] as const

/** Problems as they are counted on the page. */
export interface ProblemCount {
  /** Of the gravest; undefined where there is none. */
  grade: Severity | undefined
  /** `1 warning`, or `3 problems` where there are several kinds or mistakes among them. */
  words: string
  /** Each kind for itself: `1 error, 2 hints`. */
  each: string
}

/** Counts problems by the gravest among them: a warning alone is no mistake and not called one. */
export function countProblems(problems: Pick<Diagnostic, 'severity'>[]): ProblemCount {
  const counts = grades.map((grade) => ({
    grade,
    of: problems.filter(({ severity }) => severity === grade).length
  }))
  const kinds = counts.filter(({ of }) => of > 0)
  const [first] = kinds
  const named = ({ grade, of }: (typeof counts)[number]) =>
    counted(of, severityNames[grade].toLowerCase())
  const isOne = kinds.length === 1 && first?.grade !== 'error'
  return {
    grade: first?.grade,
    words: first && isOne ? named(first) : counted(problems.length, 'problem'),
    each: kinds.map(named).join(', ')
  }
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`
}
