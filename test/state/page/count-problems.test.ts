import { expect, test } from 'vitest'
import type { Severity } from '../../../src/document/model.ts'
import { countProblems } from '../../../src/state/page/count-problems.ts'

test.each([
  [[], undefined, '0 problems'],
  [['warning'], 'warning', '1 warning'],
  [['info', 'info'], 'info', '2 hints'],
  [['error'], 'error', '1 mistake'],
  [['info', 'warning'], 'warning', '1 warning, 1 hint'],
  [['warning', 'error', 'error'], 'error', '2 mistakes, 1 warning']
] as [Severity[], Severity | undefined, string][])(
  'problems are counted by kind and coloured by the gravest: %j',
  (severities, grade, words) => {
    const problems = severities.map((severity) => ({ severity }))
    expect(countProblems(problems)).toEqual({ grade, words })
  }
)
