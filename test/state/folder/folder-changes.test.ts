import { expect, test } from 'vitest'
import { compareWithFolder, type FolderChanges } from '../../../src/state/folder/folder-changes.ts'

const none: FolderChanges = { write: [], leftOver: [], take: [], gone: [], clash: [] }
type Three = [base: string | undefined, here: string | undefined, there: string | undefined]
const texts = (text: string | undefined) => new Map(text === undefined ? [] : [['a.md', text]])

test.each<[string, Three, Partial<FolderChanges>]>([
  ['nothing changed', ['1', '1', '1'], {}],
  ['changed here', ['1', '2', '1'], { write: ['a.md'] }],
  ['changed there', ['1', '1', '2'], { take: ['a.md'] }],
  ['changed alike', ['1', '2', '2'], {}],
  ['changed differently', ['1', '2', '3'], { clash: ['a.md'] }],
  ['new here', [undefined, '1', undefined], { write: ['a.md'] }],
  ['new there', [undefined, undefined, '1'], { take: ['a.md'] }],
  ['new on both sides, different', [undefined, '1', '2'], { clash: ['a.md'] }],
  ['deleted here', ['1', undefined, '1'], { leftOver: ['a.md'] }],
  ['deleted there', ['1', '1', undefined], { gone: ['a.md'] }],
  ['changed here, deleted there', ['1', '2', undefined], { write: ['a.md'] }],
  ['deleted here, changed there', ['1', undefined, '2'], { take: ['a.md'] }]
])('%s', (_, [base, here, there], expected) => {
  const changes = compareWithFolder(texts(base), texts(here), texts(there))
  expect(changes).toEqual({ ...none, ...expected })
})
