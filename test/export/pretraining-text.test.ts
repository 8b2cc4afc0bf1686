import { describe, expect, test } from 'vitest'
import { pretrainingText } from '../../src/export/dataset/pretraining-text.ts'
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

test('a single chapter is parted near its end, at a paragraph', async () => {
  const text = `# Only\n\n${Array.from({ length: 20 }, (_, index) => `Paragraph ${index}.`).join('\n\n')}\n\n[/CHAPTREEREAD/]\n\n[/BLOCKREAD/]\n`
  const { train, validation } = await texts(text)
  expect(train).toMatch(/^# Only\n\nParagraph 0\./)
  expect(validation).toMatch(/^Paragraph \d+\./)
  expect(validation).toMatch(/Paragraph 19\.\n$/)
})

describe('where the sides of the items leave a text empty', () => {
  const piece = (text: string, chapter: string) => ({ text, chapter, split: 'train' as const })

  test('another whole chapter validates', () => {
    const pieces = [piece('a1', 'a'), piece('b1', 'b'), piece('a2', 'a'), piece('c1', 'c')]
    const { train, validation, level } = pretrainingText(pieces, 1)
    expect(level).toBe('chapters')
    const chapters = (text: string) => [...new Set(text.match(/[abc]/g))]
    expect([...chapters(train), ...chapters(validation)].sort()).toEqual(['a', 'b', 'c'])
  })

  test('a single paragraph is parted at a blank, a single word cannot be', () => {
    expect(pretrainingText([piece('one two three', 'a')], 1)).toEqual({
      train: 'one two\n',
      validation: 'three\n',
      level: 'words'
    })
    expect(pretrainingText([piece('one', 'a')], 1)).toMatchObject({
      train: 'one\n',
      validation: ''
    })
  })
})
