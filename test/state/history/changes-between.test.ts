import { expect, test } from 'vitest'
import { changesBetween } from '../../../src/state/history/changes-between.ts'

const file = (path: string, text: string) => ({ path, text })

test('what comes, goes and changes is told, what stays is not', () => {
  const before = [file('same.md', 'a'), file('changed.md', 'b'), file('gone.md', 'c')]
  const after = [file('new.md', ''), file('changed.md', 'B'), file('same.md', 'a')]
  expect(changesBetween(before, after)).toEqual([
    { path: 'new.md', kind: 'added', before: '', after: '' },
    { path: 'changed.md', kind: 'changed', before: 'b', after: 'B' },
    { path: 'gone.md', kind: 'removed', before: 'c', after: '' }
  ])
})
