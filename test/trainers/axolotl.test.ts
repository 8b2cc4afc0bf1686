import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonLines } from '../export/open-zip.ts'
import { here, pythonOf, shelf, tinyModel, train, unzip } from './trainers-stand.ts'

// Axolotl itself trains on NVIDIA cards alone; this is its own check of a configuration, and its own tokens.
test('Axolotl takes the configuration of each method, and reads the record word for word', async () => {
  const methods = ['lora', 'qlora', 'full'] as const
  const folders = await Promise.all(methods.map((method) => unzip(shelf, { method })))
  const words = [here('axolotl_check.py'), await tinyModel(), ...folders]
  const checked = await train('/', await pythonOf('trl'), words)
  expect([checked.code, checked.code === 0 ? '' : checked.errors]).toEqual([0, ''])
  const found = JSON.parse(checked.output.trim().split('\n').at(-1)!) as object[]
  const rows = readFileSync(`${folders[0]!}/prompt/train.jsonl`, 'utf8')
  const [row] = jsonLines<{ prompt: string; completion: string }>(rows)
  const learns = `${row!.completion}<|im_end|>`
  expect(found).toEqual(methods.map(() => ({ unknown: [], reads: row!.prompt + learns, learns })))
})
