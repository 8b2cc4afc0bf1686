import { expect, test } from 'vitest'
import { readQuietly } from '../../src/document/read-document.ts'
import { candidatesIn } from '../../src/found/candidate.ts'
import { noteOf } from '../../src/found/note.ts'
import { rules } from '../../src/found/registry.ts'
import { isUnread } from '../../src/markdown/scan/plain-blocks.ts'

/** Prose that only the parser can read, with words that rules look for somewhere else in it. */
const prose =
  'We look at it from many sides, as the answer is at https://example.org/a_b. What \\$ is left we say below, and no more.'

test('no rule has a paragraph parsed in which it can find nothing', () => {
  const text = [
    '# What holds the cards?',
    'Capital of France::Paris\nCapital of Spain:::Madrid',
    '> [!question]- What is a cell?\n> The unit of life.',
    '**What is a gap?**\n\nA place.',
    'Front?\nBack.',
    '1. Who?\n2. Where?\n\n## Answers\n\n1. he\n2. there',
    '## More',
    prose,
    prose,
    '## Last',
    prose
  ].join('\n\n')
  const document = readQuietly({ path: 'a.md', text })
  const long = document.blocks.filter(
    (block) => block.type === 'paragraph' && text.startsWith(prose, block.position?.start.offset)
  )
  const found = candidatesIn(noteOf(document), rules)
  expect([found.length > 0, long.length, long.filter(isUnread).length]).toEqual([true, 3, 3])
})
