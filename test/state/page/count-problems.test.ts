import { expect, test } from 'vitest'
import type { Severity } from '../../../src/document/model.ts'
import { countProblems } from '../../../src/state/page/count-problems.ts'

test.each([
  [{}, undefined, '0 problems'],
  [{ warning: 1 }, 'warning', '1 warning'],
  [{ info: 2 }, 'info', '2 hints'],
  [{ error: 1 }, 'error', '1 mistake'],
  [{ info: 1, warning: 1 }, 'warning', '1 warning, 1 hint'],
  [{ warning: 1, error: 2 }, 'error', '2 mistakes, 1 warning']
] as [Partial<Record<Severity, number>>, Severity | undefined, string][])(
  'problems are counted by kind and coloured by the gravest: %j',
  (problems, grade, words) => {
    expect(countProblems({ error: 0, warning: 0, info: 0, ...problems })).toEqual({ grade, words })
  }
)
