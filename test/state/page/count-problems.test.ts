import { expect, test } from 'vitest'
import type { Severity } from '../../../src/document/model.ts'
import { countProblems } from '../../../src/state/page/count-problems.ts'

test.each([
  [[], undefined, '0 problems', ''],
  [['warning'], 'warning', '1 warning', '1 warning'],
  [['info', 'info'], 'info', '2 hints', '2 hints'],
  [['error'], 'error', '1 problem', '1 error'],
  [['info', 'warning'], 'warning', '2 problems', '1 warning, 1 hint'],
  [['warning', 'error', 'error'], 'error', '3 problems', '2 errors, 1 warning']
] as [Severity[], Severity | undefined, string, string][])(
  'problems are called and coloured by the gravest: %j',
  (severities, grade, words, each) => {
    const problems = severities.map((severity) => ({ severity }))
    expect(countProblems(problems)).toEqual({ grade, words, each })
  }
)
