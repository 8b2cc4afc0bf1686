import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, expect, test } from 'vitest'
import { huggingFacePy } from '../../src/export/dataset/training/hugging-face-py.ts'
import { environment, python, tiny } from './litgpt-stand.ts'
import { beside, run } from './python.ts'

const top = mkdtempSync(`${tmpdir()}/laegna forms-`)
afterAll(() => rmSync(top, { recursive: true }))

test('of each make of model transformers computes what LitGPT does, with the folder of the script', async () => {
  const env = { ...environment(), HF_HUB_OFFLINE: '1' }
  const words = [beside('model_forms.py'), tiny, top]
  const { code, output, errors } = await run(python(), words, { env, input: huggingFacePy })
  expect([code, code === 0 ? '' : errors]).toEqual([0, ''])
  const differences = Object.entries(JSON.parse(output) as Record<string, number>)
  expect(differences).toHaveLength(5)
  for (const [make, difference] of differences) {
    expect([make, difference < 1e-4]).toEqual([make, true])
  }
})
