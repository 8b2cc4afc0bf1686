import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DatasetItem } from '../../src/export/dataset/items/item.ts'
import { dataset } from '../../src/export/dataset/dataset.ts'
import { ankiJson } from '../../src/export/anki/json/anki-json.ts'
import { ankiText } from '../../src/export/anki/text/anki-text.ts'
import { exportDataset, jsonLines, type OpenedDataset, records } from './open-zip.ts'
import { book, context, project, seedExample } from './projects.ts'

const KEYS = [
  'id',
  'kind',
  'file_id',
  'chapter_id',
  'chapter_tree',
  'title',
  'question',
  'answer',
  'content',
  'block_kind',
  'lang',
  'start_line',
  'end_line',
  'source_sha256',
  'guid',
  'split'
]

function items({ texts }: OpenedDataset): DatasetItem[] {
  return [...texts].flatMap(([path, text]) =>
    path.startsWith('items/') ? jsonLines<DatasetItem>(text) : []
  )
}

test('the example: the files that D1 lists, in one folder, train.sh ready to run', async () => {
  const { name, folder, texts, modes } = await exportDataset(seedExample())
  expect(name).toBe('Seed-example-dataset.zip')
  expect(folder).toBe('Seed-example-dataset')
  expect([...texts.keys()]).toEqual([
    'README.md',
    'manifest.schema.json',
    'items/qa-train.jsonl',
    'items/qa-validation.jsonl',
    'items/block-train.jsonl',
    'items/chapter-train.jsonl',
    'items/chapter-validation.jsonl',
    'litgpt/train.json',
    'litgpt/val.json',
    'litgpt/text/train/train.txt',
    'litgpt/text/val/val.txt',
    'litgpt/training_corpus.txt',
    'litgpt/train.sources.jsonl',
    'litgpt/val.sources.jsonl',
    'text/train.sources.jsonl',
    'text/validation.sources.jsonl',
    'chat/train.jsonl',
    'chat/validation.jsonl',
    'prompt/train.jsonl',
    'prompt/validation.jsonl',
    'text/train.jsonl',
    'text/validation.jsonl',
    'anki/anki_cards.json',
    'anki/anki_cards.txt',
    'trl/train.py',
    'axolotl.yaml',
    'llama-factory/train.jsonl',
    'llama-factory/validation.jsonl',
    'dataset_info.json',
    'llama-factory/sft.yaml',
    'llama-factory/export.yaml',
    'llama-factory/pt.yaml',
    'unsloth/train.ipynb',
    'train.sh',
    'train.ps1',
    'finetune.yaml',
    'pretrain.yaml',
    'Modelfile',
    'evaluate.py',
    'requirements.txt',
    'SHA256SUMS',
    'manifest.json'
  ])
  expect(modes.get('train.sh')).toBe(0o755)
  expect(modes.get('train.ps1')).toBe(0o644)
})

test('records have exactly instruction, input and output, none of the first and last blank', async () => {
  const opened = await exportDataset(seedExample())
  const all = [...records(opened, 'train'), ...records(opened, 'val')]
  expect(all).toHaveLength(3 + 8 + 2)
  for (const record of all) {
    expect(Object.keys(record)).toEqual(['instruction', 'input', 'output'])
    expect(record.instruction.trim()).not.toBe('')
    expect(record.output.trim()).not.toBe('')
  }
  const context = 'Laegna AI Training Overview / Block Reader Explanation'
  expect(all).toContainEqual({
    instruction: 'What does the block reader do?',
    input: context,
    output: expect.stringMatching(/^It processes each block/) as unknown
  })
  expect(all).toContainEqual({
    instruction: 'Q=seed-example#block7',
    input: `${context} / Sample code block`,
    output: '```python\ndef hello():\n    print("Hello, Laegna!")\n```'
  })
  expect(all).toContainEqual({
    instruction:
      'file_id: seed-example\nchapter_id: 1.3\nchapter tree: Laegna AI Training Overview / Q & A Usage',
    input: '',
    output: expect.stringContaining('This chapter focuses on') as unknown
  })
})

test('items have all keys in one order, lines of the source and the hash of the file', async () => {
  const input = seedExample()
  const all = items(await exportDataset(input))
  for (const item of all) expect(Object.keys(item)).toEqual(KEYS)
  const hash = createHash('sha256').update(input.files[0]!.text).digest('hex')
  const code = all.find(({ lang }) => lang === 'python')
  expect(code).toMatchObject({
    id: 'seed-example#block7',
    kind: 'block',
    block_kind: 'code',
    title: 'Sample code block',
    chapter_id: '1.1.1',
    start_line: 16,
    end_line: 19,
    source_sha256: hash,
    question: '',
    guid: ''
  })
})

afterEach(() => vi.useRealTimers())

test('the same project, settings and seed give the same bytes, whatever the clock says', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const run = async (now: number, seed: number) => {
    vi.setSystemTime(now)
    const world = { now: new Date(now), seed }
    return (await dataset.run(book(6, 3, { capture: 'all' }), {}, world)).files[0]!.bytes
  }
  const first = await run(0, 1)
  expect(await run(1.7e12, 1)).toEqual(first)
  expect(await run(0, 2)).not.toEqual(first)
})

test('the Anki files are those of the Anki exports', async () => {
  const input = seedExample()
  const { texts } = await exportDataset(input)
  for (const [exporter, path] of [
    [ankiJson, 'anki/anki_cards.json'],
    [ankiText, 'anki/anki_cards.txt']
  ] as const) {
    const { files } = await exporter.run(input, {}, context)
    expect(texts.get(path)).toBe(new TextDecoder().decode(files[0]!.bytes))
  }
})

test('a sentence with gaps asks once for each number', async () => {
  const text = `# Cells

[/Q]The {{c1::cell}} makes {{c2::ATP::which molecule?}}.[Q/]

## Plants

[/Q]Plants are what?[Q/] [/A]Green.[A/]
`
  const opened = await exportDataset(project([{ path: 'cells.md', text }]))
  const asked = [...records(opened, 'train'), ...records(opened, 'val')]
    .map(({ instruction, output }) => `${instruction} → ${output}`)
    .sort()
  expect(asked).toEqual([
    'Plants are what? → Green.',
    'The ____ makes ATP. → cell',
    'The cell makes ____ (which molecule?). → ATP'
  ])
  expect(opened.texts.get('litgpt/training_corpus.txt')).toContain(
    'Q: Cells The ____ makes ATP.\nA: cell\n'
  )
  expect(JSON.parse(opened.texts.get('anki/anki_cards.json') ?? '')).toMatchObject([
    { kind: 'cloze', question: 'The {{c1::cell}} makes {{c2::ATP::which molecule?}}.' },
    { kind: 'basic' }
  ])
})

test('the corpus holds each card on two lines, each prefix once', async () => {
  const text = '# Top\n\n## In\n\n[/Q]Two\nlines?[Q/]\n[/A]- a\n- b[A/]\n\n[/BLOCKREAD/]\n'
  const { texts } = await exportDataset(project([{ path: 'a.md', text }]))
  expect(texts.get('litgpt/training_corpus.txt')).toBe('Q: Top / In Two lines?\nA: - a - b\n\n')
})

test('chat lines carry the same records as messages', async () => {
  const opened = await exportDataset(seedExample())
  const chats = jsonLines<{ messages: { role: string; content: string }[] }>(
    opened.texts.get('chat/train.jsonl')
  )
  expect(chats).toHaveLength(records(opened, 'train').length)
  expect(chats[0]!.messages).toEqual([
    {
      role: 'user',
      content: expect.stringMatching(/^What does the block reader do\?\n\nLaegna AI/) as unknown
    },
    { role: 'assistant', content: expect.stringMatching(/^It processes/) as unknown }
  ])
})

describe('refused, with what to do', () => {
  const run = (text: string) => exportDataset(project([{ path: 'a.md', text }]))

  test('a project where nothing is captured', async () => {
    await expect(run('# Plain\n\nText')).rejects.toThrow(/everything go into it/)
  })

  test('a single item, which cannot stand on two sides', async () => {
    const card = '[/Q]What is it?[Q/]\n[/A]A cell.[A/]\n'
    const one = /^Only “What is it\?” .* needs two: .* Write one more question/
    await expect(run(card)).rejects.toThrow(one)
    await expect(run(card)).rejects.not.toThrow(/everything/)
    // Text beside it may go in, too.
    await expect(run(`# Cells\n\nThey are small.\n\n${card}`)).rejects.toThrow(
      /^Only “What is it\?” .* Or let everything go into the dataset/
    )
    const all = project([{ path: 'a.md', text: 'Cells are small.' }], { capture: 'all' })
    await expect(exportDataset(all, { preset: 'auto' })).rejects.toThrow(
      /Add another paragraph, chapter or question\.$/
    )
  })
})

test('two items are enough: one on each side', async () => {
  const text = '[/Q]Q?[Q/]\n[/A]A.[A/]\n\n[/Q]R?[Q/]\n[/A]B.[A/]\n'
  const opened = await exportDataset(project([{ path: 'a.md', text }]))
  expect(records(opened, 'train')).toHaveLength(1)
  expect(records(opened, 'val')).toHaveLength(1)
})

test('a name that is no file name anywhere still gives a folder', async () => {
  const input = { ...seedExample(), name: '../[x]: "a|b"\n$(rm) ..' }
  expect((await exportDataset(input)).folder).toBe('x-a-b-rm-dataset')
  expect((await exportDataset({ ...input, name: '***' })).folder).toBe('laegna-dataset')
  expect((await exportDataset({ ...input, name: 'Õpik 数学' })).folder).toBe('Õpik-数学-dataset')
})

test('a cancelled export ends at once, with the reason', async () => {
  const stop = new AbortController()
  let last = 0
  const progress = (done: number) => {
    last = done
    if (done > 50) stop.abort(new Error('enough'))
  }
  const input = book(50, 20, { capture: 'all' })
  const run = dataset.run(input, {}, { ...context, signal: stop.signal, progress })
  await expect(run).rejects.toThrow('enough')
  expect(last).toBeLessThan(100)
})
