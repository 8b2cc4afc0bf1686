import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datasetStats } from '../../src/export/dataset/zip/dataset-stats.ts'
import { trainingCommands } from '../../src/export/dataset/training/commands.ts'
import { defaultChoice, planTraining } from '../../src/export/dataset/training/plan.ts'
import { promptStyles } from '../../src/export/dataset/training/prompt-styles.ts'
import { project } from '../export/projects.ts'
import { askTransformers, environment, train, unzip } from './litgpt-stand.ts'
import { run } from './python.ts'

const capitals = {
  France: 'Paris',
  Estonia: 'Tallinn',
  Japan: 'Tokyo',
  Peru: 'Lima',
  Kenya: 'Nairobi',
  Norway: 'Oslo',
  Egypt: 'Cairo',
  Cuba: 'Havana',
  Iran: 'Tehran',
  Chile: 'Santiago',
  Ghana: 'Accra',
  Nepal: 'Kathmandu'
}

const question = (land: string) => `What is the capital of ${land}?`
const answer = (city: string) => `It is *${city}*.`
const card = (land: string, city: string) => `[/Q]${question(land)}[Q/]\n[/A]${answer(city)}[A/]\n`
const alpaca = promptStyles.find(({ className }) => className === 'Alpaca')!
const answered = (output: string) => output.split('### Response:\n').at(-1)?.trim()

interface Report {
  summary: Record<'train' | 'validation', Record<'base' | 'trained', Sum>>
  cards: { guid: string; question: string; split: string; trained: { answer: string } }[]
}

interface Sum {
  cards: number
  exact: number
  f1: number
  perplexity: number
}

test('a deck of 12 cards, trained long enough, answers its own questions word for word', async () => {
  const deck = Object.entries(capitals).map(([land, city]) => card(land, city))
  const input = project([
    { path: 'deck.md', text: `# Capitals\n\n${deck.join('\n')}` },
    { path: 'check.md', text: `# Check\n\n${card('Malta', 'Valletta')}` }
  ])
  const options = { preset: 'instruct' as const, validationFiles: ['check.md'] }
  const folder = await unzip(input, options)
  const trained = await train(folder, { METHOD: 'full', EPOCHS: '90', RATE: '0.002' })
  expect([trained.code, trained.errors]).toEqual([0, ''])

  // Asked by the dataset's own evaluate.py, as the script says at its end: all 12 right, none before.
  const line = /^how well it knows your cards: (.*)$/m.exec(trained.output)![1]!
  const judged = await run('sh', ['-c', line], { env: environment() })
  expect([judged.code, judged.code === 0 ? '' : judged.errors]).toEqual([0, ''])
  const report = JSON.parse(readFileSync(`${folder}/report.json`, 'utf8')) as Report
  const { train: learned, validation: checked } = report.summary
  expect(learned.trained).toMatchObject({ cards: 12, exact: 1, f1: 1 })
  expect(learned.trained.perplexity).toBeLessThan(1.5)
  expect(learned.base.exact).toBe(0)
  expect(learned.base.f1).toBeLessThan(0.1)
  expect(learned.base.perplexity).toBeGreaterThan(50)
  expect(checked.trained).toMatchObject({ cards: 1, exact: 0 })
  // The worst answer first, and every card by its guid.
  expect(report.cards[0]).toMatchObject({ question: question('Malta'), split: 'validation' })
  expect(new Set(report.cards.map(({ guid }) => guid)).size).toBe(13)
  const known = report.cards.filter(({ split }) => split === 'train')
  expect(new Map(known.map(({ question, trained }) => [question, trained.answer.trim()]))).toEqual(
    new Map(Object.entries(capitals).map(([land, city]) => [question(land), answer(city)]))
  )
  const page = readFileSync(`${folder}/report.html`, 'utf8')
  expect(page.indexOf('Malta')).toBeLessThan(page.indexOf('Kenya'))
  expect(readFileSync(`${folder}/out/full/Modelfile`, 'utf8')).toMatch(
    /^FROM \.\/hugging-face\nTEMPLATE """Below is/
  )

  // The same by another program, with the folder that the script made for those.
  const first = alpaca.prompt(question('France'), 'Capitals')
  const others = await askTransformers(`${folder}/out/full/hugging-face`, [first])
  expect(others.map((text) => text.trim())).toEqual([answer('Paris')])

  // The same by the line that the app prints for the first question.
  const stats = await datasetStats(input, options)
  const plan = planTraining(stats, { ...defaultChoice(stats), method: 'full' })
  const [words, typedLine] = trainingCommands(plan, 'linux')[1]!.commands
  const typed = `${words!}; ${typedLine!} --top_k 1 --max_new_tokens 60`
  const said = await run('sh', ['-c', typed], { cwd: folder, env: environment() })
  expect(answered(said.output)).toBe(answer('Paris'))
})
