import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportInput } from '../../src/export/exporter.ts'
import { exportDataset } from '../export/open-zip.ts'
import { book, seedExample } from '../export/projects.ts'
import { beside, pythonWith, run } from './python.ts'

/*
 * The dataset in the hands of the real LitGPT, by the dataset's own script, on a model so small that
 * a processor trains it in seconds. Blanks in the paths are meant.
 */
const top = mkdtempSync(`${tmpdir()}/laegna litgpt-`)
const tiny = `${top}/tiny model`
let programs = ''

beforeAll(async () => {
  const python = await pythonWith('requirements-litgpt.txt')
  programs = dirname(python)
  const made = await run(python, [beside('tiny_checkpoint.py'), tiny])
  expect(made.errors).toBe('')
})
afterAll(() => rmSync(top, { recursive: true }))

const environment = () => ({ PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}` })

/** Writes the export to disk as unzipping does, and gives its folder. */
async function unzip(input: ExportInput): Promise<string> {
  const { folder, texts, modes } = await exportDataset(input)
  const place = `${mkdtempSync(`${top}/data `)}/${folder}`
  for (const [path, text] of texts) {
    mkdirSync(dirname(`${place}/${path}`), { recursive: true })
    writeFileSync(`${place}/${path}`, text)
    chmodSync(`${place}/${path}`, modes.get(path)!)
  }
  return place
}

async function train(folder: string, choices: Record<string, string>) {
  const env = { ...environment(), MODEL: tiny, EPOCHS: '1', ...choices }
  return run('sh', ['train.sh'], { cwd: folder, env })
}

async function litgpt(...words: string[]) {
  return run('litgpt', words, { env: environment() })
}

test('LoRA on the example: trained by its own script, and the result answers', async () => {
  const folder = await unzip(seedExample())
  const { code, output, errors } = await train(folder, { METHOD: 'lora' })
  expect(errors).toBe('')
  expect(code).toBe(0)
  expect(output).toMatch(/^trained: [1-9]\d* steps/m)
  expect(output).toContain(`The model is in ${folder}/out/lora/final`)
  const asked = 'What does the block reader do?'
  const answer = await litgpt('generate', `${folder}/out/lora/final`, '--prompt', asked)
  expect(answer.code).toBe(0)
  const [, said] = answer.output.split(`### Instruction:\n${asked}\n\n### Response:\n`)
  expect(said!.trim()).not.toBe('')
})

test('a full run, then LoRA on its result: refused until it is converted as the script says', async () => {
  const folder = await unzip(book(6, 4, { capture: 'all' }))
  expect((await train(folder, { METHOD: 'full' })).output).toMatch(/^trained: [1-9]/m)
  const raw = `${folder}/out/full/final`
  const refused = await train(folder, { MODEL: raw, METHOD: 'lora' })
  expect(refused.code).toBe(1)
  const command = `litgpt convert_pretrained_checkpoint '${raw}' '${raw}-converted'`
  expect(refused.errors).toContain(command)
  await litgpt('convert_pretrained_checkpoint', raw, `${raw}-converted`)
  const second = await train(folder, { MODEL: `${raw}-converted`, METHOD: 'lora' })
  expect(second.errors).toBe('')
  expect(second.output).toMatch(/^trained: [1-9]/m)
})

test('pretraining: as many steps as planned, on the text as it is now', async () => {
  const folder = await unzip(book(12, 10, { capture: 'all' }))
  const first = await train(folder, { METHOD: 'pretrain' })
  expect(first.code).toBe(0)
  const planned = /^plan: (\d+) steps/m.exec(first.output)![1]
  expect(first.output).toContain(`trained: ${planned} steps`)
  expect((await litgpt('generate', `${folder}/out/pretrain/converted`)).code).toBe(0)

  const tokens = () => readFileSync(`${folder}/litgpt/text/train/train/index.json`, 'utf8')
  const before = tokens()
  writeFileSync(`${folder}/litgpt/text/train/train.txt`, 'Another, longer text. '.repeat(2000))
  expect((await train(folder, { METHOD: 'pretrain' })).code).toBe(0)
  expect(tokens()).not.toBe(before)
  expect(existsSync(`${folder}/out/pretrain-2/final/lit_model.pth`)).toBe(true)
})

test('a dataset LitGPT cannot read: the script says that nothing was trained, and where to look', async () => {
  const folder = await unzip(seedExample())
  writeFileSync(`${folder}/litgpt/train.json`, '[{"question": "no instruction"}]')
  const { code, errors } = await train(folder, { METHOD: 'lora' })
  expect(code).toBe(1)
  expect(errors).toMatch(/not trained: LitGPT ended with code 1.*out\/lora\/train\.log/)
  expect(readFileSync(`${folder}/out/lora/train.log`, 'utf8')).toContain('instruction')
})

test('every model of the list is known to LitGPT, with the size that we print', async () => {
  const { models } = await import('../../src/export/dataset/training/models.ts')
  const { code, output, errors } = await run(`${programs}/python`, [
    beside('model_sizes.py'),
    ...models.map(({ repo }) => repo)
  ])
  expect([code, errors]).toEqual([0, ''])
  expect(JSON.parse(output)).toEqual(
    models.map(({ repo, blockSize, promptStyle }) => ({ repo, blockSize, promptStyle }))
  )
})
