import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pythonOf, shelf, tinyModel, train, unzip } from './trainers-stand.ts'

test('trl/train.py trains 5 steps from anywhere and leaves one model', async () => {
  const folder = await unzip(shelf)
  const env = { MODEL: await tinyModel(), MAX_STEPS: '5' }
  const done = await train('/', await pythonOf('trl'), [`${folder}/trl/train.py`], env)
  expect([done.code, done.code === 0 ? '' : done.errors]).toEqual([0, ''])
  const model = `${folder}/out/trl-lora/model`
  expect(done.output).toContain(`trained: 5 steps. The model is in ${model}`)
  for (const file of ['model.safetensors', 'config.json', 'tokenizer.json']) {
    expect(existsSync(`${model}/${file}`)).toBe(true)
  }
})

test('it says in a sentence which choice it does not take', async () => {
  const folder = await unzip(shelf)
  const python = await pythonOf('trl')
  const tried = (env: Record<string, string>) => train(folder, python, ['trl/train.py'], env)
  const method = await tried({ METHOD: 'lorra' })
  expect([method.code, method.errors]).toEqual([1, 'METHOD=lorra is none of lora, full, qlora\n'])
})
