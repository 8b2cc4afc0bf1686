import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeAnswer } from '../../src/export/dataset/report/judge.ts'
import { readReport } from '../../src/export/dataset/report/report.ts'
import { exportDataset } from '../export/open-zip.ts'
import { project } from '../export/projects.ts'
import { run } from './python.ts'

/* evaluate.py and a server on this machine; the real LitGPT is asked in litgpt-learned.test.ts. */

const top = mkdtempSync(`${tmpdir()}/laegna evaluate-`)
const asked: { path: string; body: Record<string, unknown> }[] = []
/** Whether the server says a text once more before it goes on, with how likely each letter of it was. */
let echoes = false
let server: Server
let isSilent = false
let address = ''

beforeAll(async () => {
  // Answers every prompt alike, as a model that learned one card would.
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as Record<string, unknown>
      asked.push({ path: request.url!, body })
      response.end(JSON.stringify({ choices: [choiceFor(request.url!, body)] }))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => {
  server.close()
  rmSync(top, { recursive: true })
})

function choiceFor(path: string, body: Record<string, unknown>): object {
  const said = isSilent ? '' : '  it is **Paris** <b>'
  if (path !== '/v1/completions') return { message: { content: said } }
  if (!echoes || body['echo'] !== true) return { text: said }
  const text = `${body['prompt'] as string}!`
  const letters = Array.from(text)
  const logprobs = {
    tokens: letters,
    text_offset: letters.map((_, at) => at),
    token_logprobs: letters.map((_, at) => (at === 0 ? null : at === text.length - 1 ? -9 : -0.5))
  }
  return { text, logprobs }
}

const card = (land: string, city: string) =>
  `# ${land}\n\n[/Q]Capital of ${land} & <co>?[Q/]\n[/A]It is ${city}: b.[A/]\n`
const cities = { France: 'Paris', Japan: 'Tokyo', Peru: 'Lima', Cuba: 'Havana' }

async function unzipped(): Promise<string> {
  const text = Object.entries(cities).map(([land, city]) => card(land, city))
  const { texts } = await exportDataset(project([{ path: 'a.md', text: text.join('\n') }]))
  const folder = mkdtempSync(`${top}/data `)
  for (const [path, content] of texts) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
    writeFileSync(`${folder}/${path}`, content)
  }
  return folder
}

test('asks a server each card in the words of the prompt, and judges words without marks', async () => {
  const folder = await unzipped()
  asked.length = 0
  const done = await run('python3', [`${folder}/evaluate.py`, '--trained', address])
  expect([done.code, done.code === 0 ? '' : done.errors]).toEqual([0, ''])
  const questions = asked.filter(({ body }) => body['temperature'] === 0 && !body['echo'])
  expect(questions).toHaveLength(4)
  // Whether it tells how likely the answers of the cards are is asked once, in two ways.
  expect(asked).toHaveLength(6)
  const prompts = questions.map(({ body }) => body['prompt'])
  expect(prompts[0]).toMatch(/^Below is an instruction.*### Response:\n$/s)
  // As the app reads it back.
  const report = readReport(readFileSync(`${folder}/report.json`, 'utf8'))
  expect(report).toMatchObject({ format: 'laegna-report', models: { trained: address } })
  const france = report.cards.find(({ question }) => question.includes('France'))!
  expect(france.trained).toMatchObject({ exact: true, f1: 1 })
  // The others are named, too: three of four words are those of the card.
  const told = [...done.output.matchAll(/: (\d) right, (\d) in part right, (\d) wrong; exact/g)]
  const sums = [1, 2, 3].map((at) => told.reduce((sum, words) => sum + Number(words[at]), 0))
  expect(sums).toEqual([1, 3, 0])
  // Right ones last.
  expect(report.cards.at(-1)).toBe(france)
  const page = readFileSync(`${folder}/report.html`, 'utf8')
  expect(page).toContain('Capital of France &amp; &lt;co&gt;?')
  expect(page).not.toContain('<co>')
  const sentence = `No perplexity of ${address}: this server does not tell`
  expect(page).toContain(sentence)
  expect(done.output).toContain(sentence)
})

test('a model that says nothing is named, with what to do', async () => {
  const folder = await unzipped()
  isSilent = true
  const done = await run('python3', [`${folder}/evaluate.py`, '--trained', address])
  isSilent = false
  const sentence = `${address} said nothing to any card. It may have been trained with another prompt style`
  expect(done.output).toContain(sentence)
  expect(readFileSync(`${folder}/report.html`, 'utf8')).toContain(sentence)
})

test('a server that tells how likely a text was is asked that of each answer of a card', async () => {
  const folder = await unzipped()
  echoes = true
  const done = await run('python3', [`${folder}/evaluate.py`, '--trained', address])
  echoes = false
  expect([done.code, done.code === 0 ? '' : done.errors]).toEqual([0, ''])
  const report = readReport(readFileSync(`${folder}/report.json`, 'utf8'))
  // A half for each letter of the answer; what stands before and behind does not count.
  const surprise = Math.exp(0.5)
  for (const { trained } of report.cards) expect(trained.perplexity).toBeCloseTo(surprise, 5)
  expect(report.summary.train!.trained.perplexity).toBeCloseTo(surprise, 2)
  expect(readFileSync(`${folder}/report.html`, 'utf8')).not.toContain('No perplexity')
})

test('judges as the page does that examines a model', async () => {
  const folder = await unzipped()
  const texts = [
    'It is **Paris**!',
    'it is paris',
    'Straße',
    'STRASSE',
    '東京です',
    '東京',
    'हिन्दी',
    '',
    ' … '
  ]
  const pairs = texts.flatMap((answer) => texts.map((reference) => [answer, reference] as const))
  const program = [
    `import json, sys; sys.path.insert(0, ${JSON.stringify(folder)}); import evaluate`,
    `print(json.dumps([evaluate.judge(*pair) for pair in json.loads(${JSON.stringify(JSON.stringify(pairs))})]))`
  ]
  const done = await run('python3', ['-c', program.join('\n')])
  const judged = pairs.map((pair) => judgeAnswer(...pair))
  expect(JSON.parse(done.output)).toEqual(judged)
})

test('in messages: the question with its context, for Ollama', async () => {
  const folder = await unzipped()
  asked.length = 0
  const words = [
    `${folder}/evaluate.py`,
    '--trained',
    address,
    '--chat',
    '--model',
    'mine',
    '--sample',
    '1'
  ]
  const done = await run('python3', words)
  expect(done.code).toBe(0)
  expect(asked).toHaveLength(2)
  expect(asked[0]!.path).toBe('/v1/chat/completions')
  expect(asked[0]!.body).toMatchObject({
    model: 'mine',
    messages: [
      { role: 'user', content: expect.stringMatching(/\?\n\n### Input:\n\w+$/) as unknown }
    ]
  })
})

test.each([
  ['an address elsewhere', 'https://api.example.com/v1', 'is not on this machine'],
  ['a server that is not there', 'http://127.0.0.1:9/v1', 'Is the server started'],
  ['a folder that is not there', 'out/none', 'there is no folder out/none']
])('%s: a sentence, and no report', async (_, place, sentence) => {
  const folder = await unzipped()
  const done = await run('python3', [`${folder}/evaluate.py`, '--trained', place])
  expect(done.code).toBe(1)
  expect(done.errors).toContain(sentence)
  expect(() => readFileSync(`${folder}/report.json`)).toThrow('ENOENT')
})
