import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { promptStyles } from '../../src/export/dataset/training/prompt-styles.ts'
import { models } from '../../src/export/dataset/training/models.ts'
import { book, seedExample } from '../export/projects.ts'
import { askTransformers, litgpt, python, train, unzip } from './litgpt-stand.ts'
import { beside, run } from './python.ts'

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
    const refused = await train(folder, { MODEL: `${folder}/out/pretrain/final`, METHOD: 'lora' })
    expect(refused.errors).toContain('convert this checkpoint first')
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
