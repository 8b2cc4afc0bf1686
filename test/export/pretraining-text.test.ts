import { describe, expect, test } from 'vitest'
import { exportDataset } from './open-zip.ts'
import { project } from './projects.ts'

async function texts(text: string, settings = {}) {
  const opened = await exportDataset(project([{ path: 'a.md', text }], settings))
  const train = opened.texts.get('litgpt/text/train/train.txt') ?? ''
  const validation = opened.texts.get('litgpt/text/val/val.txt') ?? ''
  return { train, validation, both: `${train}\n${validation}` }
}

/** How often a word stands in a text. */
const count = (text: string, word: string) => text.split(word).length - 1

describe('all that is captured stands in train.txt or val.txt exactly once', () => {
  test('with every chapter captured, and chapters within chapters', async () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']
    const text = `# ${words[0]}\n\n${words[1]}\n\n## ${words[2]}\n\n${words[3]}\n\n# ${words[4]}\n\n${words[5]}\n`
    const { both, train, validation } = await texts(text, { capture: 'all' })
    for (const word of words) expect([word, count(both, word)]).toEqual([word, 1])
    expect(train).not.toBe('')
    expect(validation).not.toBe('')
  })

  test('blocks that no captured chapter holds too, pairs after the text, prefixes once', async () => {
    const text = [
      '# One',
      'first',
      '[/BLOCKREAD/]',
      '# Two',
      'second',
      '[/CHAPTREEREAD/]',
      '[/BLOCKREAD/]',
      '# Three',
      'third',
      '[/Q]ask[Q/]',
      '[/A]say[A/]',
      '[/BLOCKREAD/]',
      '# Four',
      'fourth'
    ].join('\n\n')
    const { both } = await texts(text, { questionsInContent: false })
    for (const word of ['first', 'second', 'third'])
      expect([word, count(both, word)]).toEqual([word, 1])
    expect(both).toContain('Q: ask\nA: say\n')
    expect(both).not.toContain('fourth')
  })
})

test('a single chapter is parted at paragraphs, none of them in both texts', async () => {
  const names = Array.from(
    { length: 20 },
    (_, index) => `paragraph${String.fromCharCode(97 + index)}`
  )
  const text = `# Only\n\n${names.join('\n\n')}\n\n[/CHAPTREEREAD/]\n\n[/BLOCKREAD/]\n`
  const { train, validation } = await texts(text)
  expect(validation).not.toBe('')
  for (const name of names) {
    expect(Number(train.includes(name)) + Number(validation.includes(name))).toBe(1)
  }
})

test('what no tag asked for goes without directives and lists of links; what is short stays', async () => {
  const chapters = [
    '# Cells\n\nA cell is the smallest unit of life there is on this earth.\n\n:::tip\n\nIt has a membrane around it, and mostly a nucleus in it.\n\n:::',
    '# Parts\n\nThere are many of them in each cell, and each does its work.\n\n{{#include parts.md}}',
    '# Pages\n\n- [Where to begin](start.md)\n- [How it goes on](further.md)',
    '# Age\n\nOld.'
  ].join('\n\n')
  const { both } = await texts(chapters, { capture: 'all' })
  expect(both).toContain('membrane')
  expect(both).toContain('Old.')
  for (const gone of [':::', '#include', 'start.md']) expect(both).not.toContain(gone)
})
