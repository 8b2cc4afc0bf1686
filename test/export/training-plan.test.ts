import { inEnglish } from '../../src/say/say.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetStats } from '../../src/export/dataset/zip/dataset-stats.ts'
import { dataset } from '../../src/export/dataset/dataset.ts'
import { planFigures } from '../../src/export/dataset/training/figures.ts'
import { trainingCommands } from '../../src/export/dataset/training/commands.ts'
import { renderSamples } from '../../src/export/dataset/records/render-samples.ts'
import { lengthLimit } from '../../src/export/dataset/training/length-limit.ts'
import { models, parametersOf } from '../../src/export/dataset/training/models.ts'
import { defaultChoice, planTraining } from '../../src/export/dataset/training/plan.ts'
import type { Method, TrainingChoice } from '../../src/export/dataset/training/training.ts'
import { exportDataset } from './open-zip.ts'
import { book, context, project, seedExample } from './projects.ts'
import { statsOf } from './stats.ts'

const methods: Method[] = ['lora', 'full', 'qlora', 'pretrain']
const base = defaultChoice(statsOf())
const plan = (changes: Partial<TrainingChoice> = {}, stats = statsOf()) =>
  planTraining(stats, { ...base, ...changes })
const messages = (changes: Partial<TrainingChoice>, stats = statsOf()) =>
  plan(changes, stats)
    .warnings.map(({ message }) => message)
    .join(' ')

test('any dataset and choice gives numbers that LitGPT can run', () => {
  const choice = fc.record({
    model: fc.constantFrom(...models.map(({ repo }) => repo), 'any/other'),
    method: fc.constantFrom(...methods),
    accelerator: fc.constantFrom('gpu' as const, 'cpu' as const),
    devices: fc.integer({ min: 1, max: 8 }),
    nodes: fc.integer({ min: 1, max: 4 }),
    epochs: fc.integer({ min: 1, max: 20 }),
    system: fc.constantFrom('linux' as const, 'macos' as const, 'windows' as const)
  })
  const sizes = fc.record({
    train: fc.integer({ min: 1, max: 5000 }),
    longest: fc.integer({ min: 1, max: 50_000 }),
    text: fc.integer({ min: 100, max: 1e7 })
  })
  fc.assert(
    fc.property(choice, sizes, (wish, { train, longest, text }) => {
      const stats = statsOf({
        train,
        recordTokens: [longest],
        textTrainTokens: text,
        textValidationTokens: Math.ceil(text / 9)
      })
      const { numbers, choice: made, model } = planTraining(stats, wish)
      const world = made.devices * made.nodes
      const accumulate = Math.floor(Math.floor(numbers.globalBatch / world) / numbers.microBatch)
      expect(accumulate).toBeGreaterThan(0)
      expect(numbers.steps).toBeGreaterThanOrEqual(2)
      expect(numbers.warmup).toBeGreaterThan(0)
      expect(numbers.warmup).toBeLessThan(numbers.steps)
      if (model) expect(numbers.maxSeqLength).toBeLessThanOrEqual(model.blockSize)
      if (made.method === 'pretrain') {
        const perStep = numbers.globalBatch * numbers.maxSeqLength
        expect(numbers.steps).toBe(Math.floor(numbers.maxTokens / perStep))
      } else {
        const batches = Math.ceil(Math.ceil(train / world) / numbers.microBatch)
        expect(numbers.steps).toBe(numbers.epochs * Math.floor(batches / accumulate))
      }
    })
  )
})

test('the longest record fits, with its prompt, as far as the model reads', () => {
  expect(plan({}, statsOf({ recordTokens: [10, 700] })).numbers.maxSeqLength).toBeGreaterThan(800)
  const long = plan({ model: 'EleutherAI/pythia-14m' }, statsOf({ recordTokens: [10, 700, 900] }))
  expect(long.numbers).toMatchObject({ maxSeqLength: 512, cut: 2 })
  expect(long.warnings[0]?.message).toMatch(/^2 records are longer than 512 tokens/)
})

test('text to pretrain on is cut short enough to validate with', () => {
  for (const tokens of [60, 300, 5000, 1e6]) {
    const stats = statsOf({ textTrainTokens: tokens * 9, textValidationTokens: tokens })
    const { numbers } = plan({ method: 'pretrain' }, stats)
    expect(numbers.microBatch * (numbers.maxSeqLength + 1)).toBeLessThanOrEqual(tokens)
  }
})

test('a small text is read in stretches as long as it allows, not in a few words at a time', () => {
  const stats = statsOf({ textTrainTokens: 470, textValidationTokens: 180 })
  expect(plan({ method: 'pretrain' }, stats).numbers.maxSeqLength).toBe(128)
})

describe('warnings', () => {
  test.each<[string, Partial<TrainingChoice>, RegExp]>([
    ['QLoRA without NVIDIA', { method: 'qlora', accelerator: 'cpu' }, /needs an NVIDIA/],
    ['QLoRA on a Mac', { method: 'qlora', system: 'macos' }, /needs an NVIDIA/],
    ['QLoRA on two cards', { method: 'qlora', devices: 2 }, /one graphics card only/],
    ['a model that asks for consent', { model: 'meta-llama/Llama-3.2-1B' }, /HF_TOKEN/],
    ['a model not in the list', { model: 'any/other' }, /not in the list/],
    ['a large model without a card', { model: 'microsoft/phi-2', accelerator: 'cpu' }, /very long/],
    ['little text to pretrain on', { method: 'pretrain' }, /by heart/],
    ['several cards on Windows', { system: 'windows', devices: 2 }, /NCCL/],
    ['a name that is none on the hub', { model: 'my model' }, /“my model” is no model’s name/],
    ['several Macs', { system: 'macos', nodes: 2 }, /Macs cannot train together/]
  ])('%s', (_, changes, said) => {
    expect(messages(changes)).toMatch(said)
    expect(messages({})).not.toMatch(said)
  })

  test('few records, and epochs raised because fewer give no step', () => {
    const stats = statsOf({ train: 1, validation: 1 })
    expect(messages({ epochs: 1 }, stats)).toMatch(/2 records are few.*it is 2 ×/s)
  })

  test('errors come first', () => {
    const { warnings } = plan({ method: 'qlora', accelerator: 'cpu', model: 'google/gemma-2-2b' })
    const order = ['error', 'warning', 'info']
    const ranks = warnings.map(({ severity }) => order.indexOf(severity))
    expect(ranks).toEqual(ranks.toSorted())
    expect(ranks[0]).toBe(0)
  })
})

test('memory grows with the model, the method and the length', () => {
  const memory = (changes: Partial<TrainingChoice>, stats = statsOf()) =>
    plan(changes, stats).numbers.memoryGb
  expect(memory({ method: 'full' })).toBeGreaterThan(memory({ method: 'lora' }))
  expect(memory({ method: 'lora' })).toBeGreaterThan(memory({ method: 'qlora' }))
  expect(memory({ model: 'microsoft/phi-2' })).toBeGreaterThan(memory({}))
  expect(memory({}, statsOf({ recordTokens: [4000] }))).toBeGreaterThan(memory({}))
})

describe('commands', () => {
  const lines = (changes: Partial<TrainingChoice> = {}, stats = statsOf()) => {
    const made = plan(changes, stats)
    return trainingCommands(made, made.choice.system).flatMap(({ commands }) => commands)
  }

  test('each is one line, and none is one of those that do not exist', () => {
    for (const system of ['linux', 'macos', 'windows'] as const) {
      for (const method of methods) {
        for (const line of lines({ system, method, nodes: 2, devices: 2 })) {
          expect(line).not.toMatch(/\n|\\$|litgpt train\b|--model-dir/)
        }
      }
    }
  })

  test('carry the numbers of the plan', () => {
    const made = plan({ model: 'EleutherAI/pythia-14m', epochs: 7 })
    const all = trainingCommands(made, 'linux').flatMap(({ commands }) => commands)
    expect(all).toContain('litgpt download EleutherAI/pythia-14m')
    expect(all).toContain(
      'litgpt finetune_lora checkpoints/EleutherAI/pythia-14m --config finetune.yaml ' +
        '--precision bf16-true --devices 1 --num_nodes 1 --train.global_batch_size 8 ' +
        '--train.micro_batch_size 4 --train.lr_warmup_steps 7 --train.max_seq_length 192 ' +
        '--train.epochs 7 --out_dir out/lora'
    )
    expect(all).toContain(
      'MODEL=EleutherAI/pythia-14m METHOD=lora DEVICES=1 NODES=1 EPOCHS=7 sh train.sh'
    )
  })

  test('install what the scripts install, with the bound that keeps pip from searching for long', async () => {
    const { texts } = await exportDataset(seedExample())
    const wanted = texts.get('requirements.txt')!.match(/^[^#\n]+/gm)!
    expect(wanted).toEqual(['litgpt[extra]==0.5.13', 'huggingface_hub<1'])
    expect(lines()).toContain(`pip install ${wanted.map((one) => `'${one}'`).join(' ')}`)
    expect(lines({ system: 'windows' })).toContain(
      `pip install ${wanted.map((one) => `"${one}"`).join(' ')}`
    )
  })

  test('several cards or machines on Windows: nothing to type, but why and what to do', () => {
    for (const several of [{ nodes: 2 }, { devices: 2 }]) {
      const made = plan({ system: 'windows', ...several })
      const [group, ...others] = trainingCommands(made, 'windows')
      expect([group!.commands, others]).toEqual([[], []])
      expect(inEnglish(group!.note!)).toMatch(/NCCL.*Choose one graphics card.*WSL/)
      expect(made.warnings[0]).toMatchObject({ severity: 'error' })
    }
  })

  test('a question with quotes stays one word in either shell', () => {
    const stats = statsOf({ prompts: { question: `Why's "this" $(x) ‘so’?`, chapter: "a\nb%'c" } })
    expect(lines({}, stats)).toContain(
      `litgpt generate out/lora/final --prompt 'Why'\\''s "this" $(x) ‘so’?'`
    )
    expect(lines({}, stats)).toContain(
      `litgpt generate out/lora/final --prompt "$(printf 'a\\nb%%'\\''c')"`
    )
    expect(lines({ system: 'windows' }, stats)).toContain(
      `litgpt generate out/lora/final --prompt 'Why''s ''this'' $(x) ‘‘so’’?'`
    )
    expect(lines({ system: 'windows' }, stats)).toContain(
      `litgpt generate out/lora/final --prompt (@('a', 'b%''c') -join [char]10)`
    )
  })
})

test('samples are of those to learn from, and take on other words', async () => {
  const input = book(12, 2, { capture: 'all' })
  const first = input.compilation.cards[0]!.path
  const files = [
    { path: 'a.md', text: '# Apart\n\n[/Q]Which?[Q/]\n[/A]This.[A/]\n' },
    ...input.files
  ]
  const more = { ...project(files, input.settings), name: 'Book' }
  const stats = await datasetStats(more, { validationFiles: ['a.md'], quality: 'off' })
  expect(stats.samples.map(({ entry }) => [entry.path, entry.item.split])).toEqual(
    stats.samples.map(() => [first, 'train'])
  )
  const [card] = renderSamples(stats.samples, {
    templates: { qa: { instruction: 'Say: {question}', input: '', output: '{answer}' } }
  })
  expect(card!.prompt).toContain('Say: What is *fact 1* of part 1?')
  expect(card!.answer).toBe('It is `1.1`.')
})

test('a paragraph that is asked for takes on other words, too', async () => {
  const text = [1, 2, 3].map((at) => `Of ${at ** 3} it is said that it is a cube.`).join('\n\n')
  const input = project([{ path: 'a.md', text }], { capture: 'all' })
  const { samples } = await datasetStats(input, { preset: 'study' })
  const template = { instruction: 'Go on: {beginning}', input: '', output: '{content}' }
  const drawn = renderSamples(samples, { preset: 'study', templates: { 'go-on': template } })
  expect(drawn.find(({ wording }) => wording === 'go-on')?.prompt).toMatch(/Go on: Of \d+ it is/)
})

test('the limit of a record is what the model reads without the prompt', () => {
  const limit = lengthLimit('HuggingFaceTB/SmolLM2-135M', { promptTokens: 46 })
  expect(limit.value).toBe(8146)
  expect(inEnglish(limit.label)).toMatch(
    /^Limit 8,146: .*8,192 tokens at once, and the prompt takes 46/
  )
  // Beside it stands the room that training makes, which is often much less.
  expect(inEnglish(limit.label)).toContain('only as much room as the longest record needs')
  expect(lengthLimit('any/other', { promptTokens: 48 }).value).toBe(2000)
})

test('a model that LitGPT makes larger than its name says why', () => {
  const said = (repo: string) =>
    inEnglish(parametersOf(models.find((model) => model.repo === repo)!))
  expect(said('HuggingFaceTB/SmolLM2-135M')).toMatch(
    /^163 million .*keeps the table of words twice/
  )
  expect(said('EleutherAI/pythia-160m')).toBe('162 million parameters')
  expect(said('microsoft/phi-2')).toBe('2,780 million parameters')
})

test('the example: what it holds, and a prompt of each kind', async () => {
  const stats = await datasetStats(seedExample(), { preset: 'instruct' })
  expect(stats).toMatchObject({ cards: 3, blocks: 8, chapters: 2, train: 11, validation: 2 })
  expect(stats.recordTokens).toHaveLength(13)
  expect(stats.trainTokens + stats.validationTokens).toBe(
    stats.recordTokens.reduce((sum, tokens) => sum + tokens, 0)
  )
  expect(stats.prompts).toEqual({
    question: 'What does the block reader do?',
    block: 'Q=seed-example#block1',
    chapter: expect.stringContaining('chapter_id: 1.3') as unknown,
    unseen: 'Q=seed-example#block9'
  })
  expect(stats.samples.map(({ wording }) => wording)).toEqual(['qa', 'block', 'chapter'])
})

describe('what a number or a line is said to be', () => {
  test('is what the export panel says of the same dataset', async () => {
    const input = seedExample()
    const stats = await datasetStats(input)
    const preview = await dataset.preview(input, {}, context)
    const figure = planFigures(plan({}, stats)).find(
      ({ name }) => inEnglish(name) === 'Tokens, about'
    )
    const value = figure && inEnglish(figure.value)
    expect(preview.counts.map(inEnglish)).toContain(`${value} tokens, about`)
    const text = planFigures(plan({ method: 'pretrain' }, stats))
    expect(text.map(({ name }) => inEnglish(name))).toContain('Tokens of the text, about')
  })

  test.each(['linux', 'macos', 'windows'] as const)('is true of each line on %s', (system) => {
    const [train] = trainingCommands(plan(), system)
    const note = train?.note ? inEnglish(train.note) : ''
    const lines = train?.commands ?? []
    const words = ['first', 'second', 'third']
    const check = lines.findIndex((line) => line.endsWith('--check'))
    expect(note).toMatch(new RegExp(`The ${words[check]}( line)? only checks`))
    expect(lines.at(-1)).not.toContain('--check')
    expect(note).toContain('the last trains')
    expect(/The first line sets the choices/.test(note)).toBe(check > 0)
  })
})
