import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { book, project, seedExample } from '../export/projects.ts'
import { environment, litgpt, train, unzip } from './litgpt-stand.ts'
import { run } from './python.ts'

test('a dataset LitGPT cannot read: the script says that nothing was trained, and where to look', async () => {
  const folder = await unzip(seedExample())
  writeFileSync(`${folder}/litgpt/train.json`, '[{"question": "no instruction"}]')
  const { code, errors } = await train(folder, { METHOD: 'lora' })
  expect(code).toBe(1)
  expect(errors).toMatch(/not trained: LitGPT ended with code 1.*out\/lora\/train\.log/)
  expect(readFileSync(`${folder}/out/lora/train.log`, 'utf8')).toContain('instruction')
})

test('too few records for a step, one longer than the model reads: the script takes what trains, and says so', async () => {
  const long = 'A sentence that goes on and on. '.repeat(60)
  const text = `[/Q]One?[Q/]\n[/A]${long}[A/]\n\n[/Q]Two?[Q/]\n[/A]No. ${long}[A/]\n`
  const folder = await unzip(project([{ path: 'a.md', text }]))
  const { code, output } = await train(folder, { METHOD: 'lora' })
  expect(code).toBe(0)
  expect(output).toMatch(/^length: the longest record has \d{3,} tokens of this model/m)
  expect(output).toContain('length: this model reads 256 tokens at once')
  expect(output).toContain('EPOCHS becomes 2: fewer would give no training step')
  expect(output).toMatch(/^trained: 2 steps/m)
})

test('what cannot be is refused before LitGPT is started', async () => {
  const folder = await unzip(book(6, 4, { capture: 'all' }))
  expect((await train(folder, { METHOD: 'qlora' })).errors).toContain(
    'needs an NVIDIA graphics card'
  )
  const resumed = await train(folder, { METHOD: 'lora' }, ['--resume'])
  expect(resumed.errors).toContain('LitGPT cannot go on with a stopped lora run')
  writeFileSync(`${folder}/litgpt/text/val/val.txt`, 'Short.')
  const pretrain = await train(folder, { METHOD: 'pretrain' })
  expect(pretrain.errors).toContain('litgpt/text/val/val.txt is too short to check with')
  for (const { code } of [resumed, pretrain]) expect(code).toBe(1)
})

test('a stopped full run goes on when asked; its result is for LoRA once it is converted as the script says', async () => {
  const folder = await unzip(book(6, 4, { capture: 'all' }))
  const first = await train(folder, { METHOD: 'full', EPOCHS: '3' })
  expect(first.output).toMatch(/^trained: [1-9]/m)
  const ended = await train(folder, { METHOD: 'full', EPOCHS: '6' }, ['--resume'])
  expect(ended.errors).toContain('came to its end')
  const raw = `${folder}/out/full/final`
  const refused = await train(folder, { MODEL: raw, METHOD: 'lora' })
  expect(refused.code).toBe(1)
  const command = `litgpt convert_pretrained_checkpoint '${raw}' '${raw}-converted'`
  expect(refused.errors).toContain(command)
  expect((await run('sh', ['-c', command], { env: environment() })).code).toBe(0)
  const tuned = await train(folder, { MODEL: `${raw}-converted`, METHOD: 'lora' }, ['--check'])
  expect([tuned.code, tuned.errors]).toEqual([0, ''])

  rmSync(raw, { recursive: true })
  const second = await train(folder, { METHOD: 'full', EPOCHS: '6' }, ['--resume'])
  expect(second.errors).toBe('')
  expect(second.output).toContain(`going on with ${folder}/out/full`)
  expect(second.output).toContain('Resuming training from')
  const steps = (text: string) => Number(/^trained: (\d+) steps/m.exec(text)![1])
  expect(steps(second.output)).toBeGreaterThan(steps(first.output))
})

test('a model that cannot be had, and a second run: no old model is taken for a new one', async () => {
  const folder = await unzip(seedExample())
  const lora = (MODEL: string) =>
    train(folder, { MODEL, METHOD: 'lora', HF_ENDPOINT: 'http://127.0.0.1:9' })
  const unknown = await lora('nobody/nothing')
  expect([unknown.code, unknown.errors]).toEqual([
    1,
    expect.stringContaining('LitGPT does not know the model nobody/nothing')
  ])
  const unreached = await lora('EleutherAI/pythia-14m')
  expect(unreached.code).toBe(1)
  expect(unreached.errors).toContain('EleutherAI/pythia-14m could not be had. Is the name right')
  const first = await train(folder, { METHOD: 'lora' })
  expect([first.code, first.errors]).toEqual([0, ''])
  expect(first.output).toMatch(/^trained: [1-9]\d* steps/m)
  expect(first.output).toContain(`The model is in ${folder}/out/lora/final`)
  const second = await train(folder, { METHOD: 'lora', MAX_STEPS: '1' })
  expect(second.output).toContain('MAX_STEPS becomes 2')
  expect(second.output).toContain(`trained: 2 steps. The model is in ${folder}/out/lora-2/final`)
  const asked = 'What does the block reader do?'
  const answer = await litgpt('generate', `${folder}/out/lora-2/final`, '--prompt', asked)
  expect(answer.code).toBe(0)
  const [, said] = answer.output.split(`### Instruction:\n${asked}\n\n### Response:\n`)
  expect(said!.trim()).not.toBe('')
})
