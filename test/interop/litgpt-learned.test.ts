import { expect, test } from 'vitest'
import { datasetStats } from '../../src/export/dataset/zip/dataset-stats.ts'
import { trainingCommands } from '../../src/export/dataset/training/commands.ts'
import { defaultChoice, planTraining } from '../../src/export/dataset/training/plan.ts'
import { alpacaWithInput, promptStyles } from '../../src/export/dataset/training/prompt-styles.ts'
import { project } from '../export/projects.ts'
import { askTransformers, environment, python, train, unzip } from './litgpt-stand.ts'
import { beside, run } from './python.ts'

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

  const prompts = Object.keys(capitals).map((land) => alpacaWithInput(question(land), 'Capitals'))
  const asked = await run(
    python(),
    [beside('ask_all.py'), `${folder}/out/full/final`, prompts[0]!.system],
    { env: environment(), input: JSON.stringify(prompts.map(({ prompt }) => prompt)) }
  )
  const answers = JSON.parse(asked.output) as string[]
  expect(answers.map(answered)).toEqual(Object.values(capitals).map(answer))

  // The same by another program, with the folder that the script made for those.
  const first = alpaca.prompt(question('France'), 'Capitals')
  const others = await askTransformers(`${folder}/out/full/hugging-face`, [first])
  expect(others.map((text) => text.trim())).toEqual([answer('Paris')])

  // The same by the line that the app prints for the first question.
  const stats = await datasetStats(input, options)
  const plan = planTraining(stats, { ...defaultChoice(stats), method: 'full' })
  const [words, line] = trainingCommands(plan, 'linux')[1]!.commands
  const typed = `${words!}; ${line!} --top_k 1 --max_new_tokens 60`
  const said = await run('sh', ['-c', typed], { cwd: folder, env: environment() })
  expect(answered(said.output)).toBe(answer('Paris'))
})
