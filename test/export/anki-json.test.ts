import { expect, test } from 'vitest'
import { ankiJson } from '../../src/export/anki/json/anki-json.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { cardsOnly, context, project, seedExample } from './projects.ts'

async function write(input: ExportInput, options = {}): Promise<Record<string, unknown>[]> {
  const { files } = await ankiJson.run(input, options, context)
  expect(files.map(({ name }) => name)).toEqual(['anki_cards.json'])
  const text = new TextDecoder('utf-8', { fatal: true }).decode(files[0]!.bytes)
  return JSON.parse(text) as Record<string, unknown>[]
}

test('the example’s cards: the seed’s four keys first, then where each comes from', async () => {
  const cards = await write(seedExample())
  expect(cards).toHaveLength(3)
  expect(Object.keys(cards[0]!)).toEqual([
    'deck',
    'front',
    'back',
    'tags',
    'kind',
    'guid',
    'file_id',
    'chapter_id',
    'chapter_tree',
    'line',
    'question',
    'answer',
    'front_html',
    'back_html'
  ])
  expect(cards[0]).toMatchObject({
    deck: 'LaegnaAITraining',
    front:
      'Laegna AI Training Overview / Block Reader Explanation\n\nQ: What does the block reader do?',
    back: expect.stringMatching(/^A: It processes each block/) as unknown,
    tags: ['qa', 'markdown', 'laegna'],
    guid: '7JENQZhjw5f',
    file_id: 'seed-example',
    chapter_id: '1.1',
    chapter_tree: ['Laegna AI Training Overview', 'Block Reader Explanation'],
    line: 9,
    question: 'What does the block reader do?'
  })
})

test('front and back are Markdown, with General where there is no chapter', async () => {
  const text = '[/Q]What is *x*?[Q/]\n[/A]`y`\n\n- one\n- two[A/]\n'
  expect(await write(project([{ path: 'a.md', text }]))).toMatchObject([
    { front: 'General\n\nQ: What is *x*?', back: 'A: `y`\n\n- one\n- two', chapter_tree: [] }
  ])
})

test('texts that UTF-8 cannot hold still make a file that parses', async () => {
  const [card] = await write(cardsOnly([{ question: 'a\ud800b\0c\r\nd' }]))
  expect(card!['question']).toBe('a\ufffdb\ufffdc\nd')
})
