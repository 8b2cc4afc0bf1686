import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { promptStyles } from '../../src/export/dataset/training/prompt-styles.ts'
import { models } from '../../src/export/dataset/training/models.ts'
import { book } from '../export/projects.ts'
import { askTransformers, litgpt, python, train, unzip } from './litgpt-stand.ts'
import { beside, run } from './python.ts'

describe('pretraining', () => {
  let folder = ''
  let first: Awaited<ReturnType<typeof train>>
  beforeAll(async () => {
    folder = await unzip(book(12, 10, { capture: 'all' }))
    first = await train(folder, { METHOD: 'pretrain' })
  })

  test('makes as many steps as planned, or as many as asked for, on the text as it is now', async () => {
    expect([first.code, first.errors]).toEqual([0, ''])
    const planned = /^plan: (\d+) steps/m.exec(first.output)![1]
    expect(first.output).toContain(`trained: ${planned} steps`)
    expect((await litgpt('generate', `${folder}/out/pretrain/converted`)).code).toBe(0)

    const tokens = () => readFileSync(`${folder}/litgpt/text/train/train/index.json`, 'utf8')
    const before = tokens()
    writeFileSync(`${folder}/litgpt/text/train/train.txt`, 'Another, longer text. '.repeat(2000))
    const second = await train(folder, { METHOD: 'pretrain', MAX_STEPS: '4' })
    expect([second.code, second.errors]).toEqual([0, ''])
    expect(second.output).toContain('trained: 4 steps')
    expect(tokens()).not.toBe(before)
    expect(existsSync(`${folder}/out/pretrain-2/final/lit_model.pth`)).toBe(true)
  })

  test('then LoRA on what came of it: the script converted it, so nothing stands between', async () => {
    const tuned = await train(folder, {
      MODEL: `${folder}/out/pretrain/converted`,
      METHOD: 'lora',
      MAX_STEPS: '4'
    })
    expect([tuned.code, tuned.errors]).toEqual([0, ''])
    expect(tuned.output).toContain('trained: 4 steps')
    const asked = 'What is *fact 1* of part 1?'
    const said = await litgpt('generate', `${folder}/out/lora/final`, '--prompt', asked)
    expect(said.code).toBe(0)
    expect(tuned.output).toContain(`llama.cpp: ${folder}/out/lora/hugging-face`)
    expect(await askTransformers(`${folder}/out/lora/hugging-face`, [asked])).toHaveLength(1)
  })
})

test('every model of the list is known to LitGPT, with the size that we print', async () => {
  const { code, output, errors } = await run(python(), [
    beside('model_sizes.py'),
    ...models.map(({ repo }) => repo)
  ])
  expect([code, errors]).toEqual([0, ''])
  expect(JSON.parse(output)).toEqual(
    models.map(({ repo, blockSize, promptStyle }) => ({ repo, blockSize, promptStyle }))
  )
})

test('every prompt style puts the words around a record that LitGPT puts', async () => {
  const styles = promptStyles.map(({ className }) => className)
  for (const { promptStyle } of models) expect(styles).toContain(promptStyle)
  const { code, output, errors } = await run(python(), [beside('prompts.py'), ...styles])
  expect([code, errors]).toEqual([0, ''])
  expect(JSON.parse(output)).toEqual(
    promptStyles.map((style) => [
      style.prompt('Do {this}.', ''),
      style.prompt('Do {this}.', style.readsInput ? 'With that.' : '')
    ])
  )
})
