import { expect, test } from 'vitest'
import { mergePaths } from '../../src/storage/merge-paths.ts'

const before = ['a', 'b', 'c']

test.each([
  { what: 'ours, where only we changed it', theirs: 'a b c', ours: 'c n a', merged: 'c n a' },
  { what: 'theirs, where only they changed it', theirs: 'c t b', ours: 'a b c', merged: 'c t b' },
  { what: 'theirs, where they only added', theirs: 'a b c t', ours: 'a b c', merged: 'a b c t' },
  { what: 'theirs, without what we removed', theirs: 'c b a', ours: 'a c', merged: 'c a' },
  { what: 'theirs, with what they added', theirs: 't c b a', ours: 'a c', merged: 't c a' },
  { what: 'a new file behind its neighbour', theirs: 'c b a', ours: 'a n b c', merged: 'c b a n' },
  { what: 'a new file at the beginning', theirs: 'c b a', ours: 'n a b c', merged: 'n c b a' },
  { what: 'two new files together', theirs: 'c a b', ours: 'a n m b c', merged: 'c a n m b' },
  {
    what: 'a file at the end whose neighbour is gone',
    theirs: 'c a',
    ours: 'a b n c',
    merged: 'c a n'
  },
  { what: 'once what both added', theirs: 'c n b a', ours: 'n a b c', merged: 'c n b a' },
  { what: 'nothing that both removed', theirs: 'c a', ours: 'a c', merged: 'c a' }
])('the order of files after two tabs is $what', ({ theirs, ours, merged }) => {
  expect(mergePaths(theirs.split(' '), before, ours.split(' '))).toEqual(merged.split(' '))
})
