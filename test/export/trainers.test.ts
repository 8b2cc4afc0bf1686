import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { promptStyles } from '../../src/export/dataset/training/prompt-styles.ts'
import { trainerChoices } from '../../src/export/dataset/trainers/trainer-names.ts'
import { exportDataset, jsonLines, records } from './open-zip.ts'
import { book, project, seedExample } from './projects.ts'

const all = trainerChoices.map(({ name }) => name)
const alpaca = promptStyles.find(({ className }) => className === 'Alpaca')!
const yaml = (texts: Map<string, string>, path: string) =>
  parse(texts.get(path)!) as Record<string, unknown>

test('records as prompt and completion are worded as LitGPT words them, row for row', async () => {
  const opened = await exportDataset(seedExample())
  for (const [side, split] of [
    ['train', 'train'],
    ['val', 'validation']
  ] as const) {
    expect(jsonLines(opened.texts.get(`prompt/${split}.jsonl`))).toEqual(
      records(opened, side).map(({ instruction, input, output }) => ({
        prompt: alpaca.prompt(instruction, input),
        completion: output
      }))
    )
  }
})

test('text is a chapter or card a line, the same as for pretraining', async () => {
  const { texts } = await exportDataset(book(4, 2, { capture: 'all' }))
  const lines = jsonLines<{ text: string }>(texts.get('text/train.jsonl'))
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.map(({ text }) => text).join('\n\n') + '\n').toBe(
    texts.get('litgpt/text/train/train.txt')
  )
})

test('LLaMA-Factory puts the same prompt together from its template and what each record brings', async () => {
  const { texts } = await exportDataset(seedExample())
  expect(yaml(texts, 'llama-factory/sft.yaml')['template']).toBe('alpaca')
  const rows = jsonLines<Record<string, string>>(texts.get('llama-factory/train.jsonl'))
  // Its template alpaca: the system text, then the prompt between these two lines.
  const whole = rows.map(({ system, prompt, response }) => ({
    prompt: `${system!}### Instruction:\n${prompt!}\n\n### Response:\n`,
    completion: response
  }))
  expect(whole).toEqual(jsonLines(texts.get('prompt/train.jsonl')))
})

test('every file that a configuration names is in the zip', async () => {
  for (const options of [{}, { prompt: 'model' as const, model: 'Qwen/Qwen2.5-0.5B-Instruct' }]) {
    const { texts } = await exportDataset(book(8, 3, { capture: 'all' }), {
      trainers: all,
      ...options
    })
    const info = JSON.parse(texts.get('dataset_info.json')!) as Record<
      string,
      { file_name: string }
    >
    for (const { file_name } of Object.values(info)) expect(texts.has(file_name)).toBe(true)
    for (const path of ['llama-factory/sft.yaml', 'llama-factory/pt.yaml']) {
      const { dataset, eval_dataset } = yaml(texts, path)
      expect(Object.keys(info)).toEqual(expect.arrayContaining([dataset, eval_dataset]))
    }
    const { datasets, test_datasets } = yaml(texts, 'axolotl.yaml') as Record<
      'datasets' | 'test_datasets',
      { path: string }[]
    >
    for (const { path } of [...datasets, ...test_datasets]) expect(texts.has(path)).toBe(true)
    for (const name of ['train', 'valid']) expect(texts.has(`mlx/${name}.jsonl`)).toBe(true)
  }
})

test('where the model’s own style is wanted, its tokenizer words the messages', async () => {
  const options = { trainers: all, prompt: 'model' as const, model: 'Qwen/Qwen2.5-0.5B-Instruct' }
  const { texts } = await exportDataset(seedExample(), options)
  const settings = yaml(texts, 'llama-factory/sft.yaml')
  expect(settings).not.toHaveProperty('template')
  expect(settings['dataset']).toBe('Seed-example_chat_train')
  expect(texts.get('mlx/train.jsonl')).toBe(texts.get('chat/train.jsonl'))
  expect(yaml(texts, 'mlx/lora.yaml')['mask_prompt']).toBe(true)
})

test('each has the length that the longest record needs, not what it would take by itself', async () => {
  const long = Array.from({ length: 4000 }, (_, at) => `word${at % 7}`).join(' ')
  const text = `# A\n\n[/Q]Long?[Q/]\n[/A]${long}[A/]\n\n# B\n\n[/Q]Short?[Q/]\n[/A]Yes.[A/]\n`
  const options = { trainers: all, model: 'Qwen/Qwen2.5-0.5B' }
  const { texts } = await exportDataset(project([{ path: 'a.md', text }]), options)
  const { training } = JSON.parse(texts.get('manifest.json')!) as {
    training: { maxSeqLength: number }
  }
  const length = training.maxSeqLength
  expect(length).toBeGreaterThan(8000)
  expect(yaml(texts, 'axolotl.yaml')['sequence_len']).toBe(length)
  expect(yaml(texts, 'llama-factory/sft.yaml')['cutoff_len']).toBe(length)
  expect(yaml(texts, 'mlx/lora.yaml')['max_seq_length']).toBe(length)
  expect(texts.get('unsloth/train.ipynb')).toContain(`LENGTH = ${length} `)
})

test.each(['lora', 'qlora', 'full'] as const)('the method %s reaches each', async (method) => {
  const { texts } = await exportDataset(seedExample(), { trainers: all, method })
  expect(yaml(texts, 'axolotl.yaml')['adapter']).toBe(method === 'full' ? undefined : method)
  const factory = yaml(texts, 'llama-factory/sft.yaml')
  expect(factory['finetuning_type']).toBe(method === 'full' ? 'full' : 'lora')
  expect(factory['quantization_bit']).toBe(method === 'qlora' ? 4 : undefined)
  expect(yaml(texts, 'mlx/lora.yaml')['fine_tune_type']).toBe(method === 'full' ? 'full' : 'lora')
  expect(texts.get('trl/train.py')).toContain(`"METHOD":"${method}"`)
  expect(texts.get('unsloth/train.ipynb')).toContain(`METHOD = \\"${method}\\"`)
})

test('the notebook is one: cells of Markdown and Python, no outputs', async () => {
  const { texts } = await exportDataset(seedExample())
  const { cells, nbformat } = JSON.parse(texts.get('unsloth/train.ipynb')!) as {
    nbformat: number
    cells: { cell_type: string; source: string[]; outputs?: unknown[] }[]
  }
  expect(nbformat).toBe(4)
  for (const { cell_type, source, outputs } of cells) {
    expect(source.join('').trim()).not.toBe('')
    expect(outputs).toEqual(cell_type === 'code' ? [] : undefined)
  }
})

test('MLX-LM takes no batch larger than the set to check with', async () => {
  const { texts } = await exportDataset(project([{ path: 'a.md', text: eightCards }]), {
    trainers: ['mlx']
  })
  const checked = jsonLines(texts.get('mlx/valid.jsonl')).length
  expect(yaml(texts, 'mlx/lora.yaml')['batch_size']).toBe(checked)
  expect(checked).toBe(1)
})

const eightCards = Array.from(
  { length: 8 },
  (_, at) => `# C${at}\n\n[/Q]What ${at}?[Q/]\n[/A]That ${at}.[A/]\n`
).join('\n')

test('only what is wanted is in the zip and in its README', async () => {
  const { texts } = await exportDataset(seedExample(), { trainers: ['sharegpt'] })
  for (const path of ['trl/train.py', 'axolotl.yaml', 'dataset_info.json', 'unsloth/train.ipynb']) {
    expect(texts.has(path)).toBe(false)
  }
  const readme = texts.get('README.md')!
  expect(readme).not.toContain('axolotl')
  expect(readme).toContain('`sharegpt/`')
  const [row] = jsonLines(texts.get('sharegpt/train.jsonl'))
  expect(row).toEqual({
    conversations: [
      { from: 'human', value: expect.any(String) as unknown },
      { from: 'gpt', value: expect.any(String) as unknown }
    ]
  })
  await expect(exportDataset(seedExample(), { trainers: ['rm -rf' as 'trl'] })).rejects.toThrow(
    '“trainers'
  )
})

test('for an upload of few records the README says how many are asked for', async () => {
  const { texts } = await exportDataset(project([{ path: 'a.md', text: eightCards }]), {
    trainers: ['openai']
  })
  expect(texts.get('README.md')).toContain('10 examples at least; here are 7')
})
