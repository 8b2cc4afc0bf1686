import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { readCorpus } from '../../bench/corpus.ts'
import { pythonWith } from '../../interop/python.ts'
import { lessons } from './datasets.ts'
import { figuresOf, type Figure, table } from './figures.ts'

/*
 * Does a dataset teach? One small model, which read some text so that it knows words, is trained on the
 * same notes as *seed*, as *study* and as chapters alone, as many tokens each, and asked what it did not see.
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string', default: 'teaching' },
    'base-tokens': { type: 'string', default: '400000' },
    tokens: { type: 'string', default: '200000' },
    seeds: { type: 'string', default: '3' }
  }
})
if (values.corpus === undefined) {
  console.error('Name a folder of English Markdown to learn words from: -- --corpus FOLDER')
  process.exit(1)
}
const out = values.out
mkdirSync(out, { recursive: true })
const python = await pythonWith('requirements-litgpt.txt')

/** Paragraphs of plain words: no code, no formulas, no HTML, no other script. */
function plainText(folder: string): string {
  const paragraphs = readCorpus(folder).flatMap(({ text }) =>
    text.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, '').split(/\n{2,}/)
  )
  return paragraphs
    .filter((text) => /^[A-Z][\x20-\x7e\n]{100,}$/.test(text) && !/[$<{|\\]/.test(text))
    .map((text) => text.replaceAll('\n', ' '))
    .join('\n\n')
}

/** Runs teach.py, which says on the way how far it is; gives what it printed. */
async function teach(words: string[]): Promise<string> {
  const running = spawn(python, [`${import.meta.dirname}/teach.py`, ...words], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let printed = ''
  running.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const code = await new Promise((ended) => running.on('close', ended))
  if (code !== 0) throw new Error('teach.py ended before its time; it says above why.')
  return printed
}

/** The model that knows words: made once, and kept in the folder. */
async function makeBase(folder: string): Promise<string> {
  const base = `${out}/base`
  if (existsSync(`${base}/tokenizer.json`)) return base
  writeFileSync(`${out}/text.txt`, plainText(folder))
  await teach(['base', `${out}/text.txt`, values['base-tokens'], base])
  return base
}

/** All lessons by one seed; the answers stay in the folder. */
async function figuresOfSeed(base: string, seed: number): Promise<Figure[]> {
  const job = { base, seed, tokens: Number(values.tokens), lessons: taught }
  writeFileSync(`${out}/seed-${seed}.json`, JSON.stringify(job))
  const printed = await teach(['train', `${out}/seed-${seed}.json`])
  writeFileSync(`${out}/seed-${seed}.answers.json`, printed)
  const answers = JSON.parse(printed) as Record<string, string[]>
  return taught.flatMap((lesson) => figuresOf(lesson, answers[lesson.name]!))
}

const taught = await lessons()
const base = await makeBase(values.corpus)
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => at + 1)
const figures = await Promise.all(seeds.map((seed) => figuresOfSeed(base, seed)))
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${values.tokens} tokens a run\n`)
console.log(table(figures.flat()))
