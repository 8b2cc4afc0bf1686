import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { here, pythonOf, shelf, tinyModel, train, unzip } from './trainers-stand.ts'

// It takes a minute to begin, three times over.
test('LLaMA-Factory trains 5 steps on records and on text, and makes one model', async () => {
  const folder = await unzip(shelf)
  const model = `model_name_or_path=${await tinyModel()}`
  const python = await pythonOf('llama-factory')
  const factory = (verb: string, path: string, ...more: string[]) =>
    train(folder, python, [here('llama_factory.py'), verb, path, model, ...more])
  // Without a graphics card there is no bf16.
  const steps = ['max_steps=5', 'bf16=false']

  const tuned = await factory('train', 'llama-factory/sft.yaml', ...steps)
  expect([tuned.code, tuned.code === 0 ? '' : tuned.errors]).toEqual([0, ''])
  expect(stepsIn(`${folder}/out/llama-factory/lora`)).toBe(5)
  // What it shows of the first record: the whole prompt is read, the answer alone is learned.
  const said = tuned.output + tuned.errors
  expect(said).toMatch(/### Input:\nPart \d\n\n### Response:\nIt is `\d\.\d`\.<\|im_end\|>/)
  expect(said).toMatch(/labels:\nIt is `\d\.\d`\.<\|im_end\|>/)

  const read = await factory('train', 'llama-factory/pt.yaml', ...steps)
  expect([read.code, read.code === 0 ? '' : read.errors]).toEqual([0, ''])
  expect(stepsIn(`${folder}/out/llama-factory/pt`)).toBe(5)

  const made = await factory('export', 'llama-factory/export.yaml')
  expect([made.code, made.code === 0 ? '' : made.errors]).toEqual([0, ''])
  expect(existsSync(`${folder}/out/llama-factory/model/model.safetensors`)).toBe(true)
}, 1_800_000)

function stepsIn(folder: string): number {
  const state: unknown = JSON.parse(readFileSync(`${folder}/trainer_state.json`, 'utf8'))
  return (state as { global_step: number }).global_step
}
