import { expect, test } from 'vitest'
import { generateCorpus } from '../bench/corpus.ts'
import { project } from '../export/projects.ts'
import { train, unzip } from './litgpt-stand.ts'

test('five megabytes of Markdown, every chapter captured: loaded, and ten steps trained', async () => {
  const input = project(generateCorpus(400, 5_000_000, 1), { capture: 'all' })
  const folder = await unzip(input, { model: 'EleutherAI/pythia-14m' })
  const { code, errors, output } = await train(folder, { METHOD: 'lora', MAX_STEPS: '10' })
  expect([code, errors]).toEqual([0, ''])
  expect(output).toMatch(/^trained: 10 steps/m)
})
