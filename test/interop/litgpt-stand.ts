import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { DatasetOptions } from '../../src/export/dataset/options.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { exportDataset } from '../export/open-zip.ts'
import { beside, pythonWith, run } from './python.ts'

/*
 * The dataset in the hands of the real LitGPT, by the dataset's own script, on a model so small that
 * a processor trains it in seconds. Blanks in the paths are meant.
 */

const top = mkdtempSync(`${tmpdir()}/laegna litgpt-`)

/** A LitGPT checkpoint of 2 layers that knows nothing, and reads 256 tokens at once. */
export const tiny = `${top}/tiny model`
let programs = ''

beforeAll(async () => {
  const python = await pythonWith('requirements-litgpt.txt')
  programs = dirname(python)
  await tinyModel(tiny)
})
afterAll(() => rmSync(top, { recursive: true }))

/** Puts a checkpoint there; those of the kind `llama` become GGUF files. */
export async function tinyModel(place: string, kind?: 'llama'): Promise<void> {
  const program = beside('tiny_checkpoint.py')
  const kept = keptPath('tiny-checkpoint', readFileSync(program, 'utf8'))
  await keep(kept, (part) => runPython(program, part))
  cpSync(kept, place, { recursive: true })
  if (kind) await runPython(beside('llama_tokenizer.py'), place)
}

async function runPython(program: string, folder: string): Promise<void> {
  const made = await run(python(), [program, folder])
  expect([made.code, made.errors]).toEqual([0, ''])
}

/** Where a folder is kept that takes its time to make, and always comes out the same of that source. */
export function keptPath(name: string, source: string): string {
  const sum = createHash('sha256').update(source).digest('hex').slice(0, 16)
  return `${dirname(programs)}/${name}-${sum}`
}

/** Makes a folder that is kept, where nobody did before. */
export async function keep(
  kept: string,
  make: (part: string) => void | Promise<void>
): Promise<void> {
  if (existsSync(kept)) return
  const part = `${kept}-${randomUUID()}`
  await make(part)
  try {
    renameSync(part, kept)
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(kept)) throw error
    rmSync(part, { recursive: true })
  }
}

/** With LitGPT on PATH; one thread, because for a model so small more only get in each other's way. */
export function environment(): Record<string, string> {
  return {
    PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
    OMP_NUM_THREADS: '1'
  }
}

/** The Python that LitGPT runs in. */
export function python(): string {
  return `${programs}/python`
}

/** Writes the export to disk as unzipping does, and gives its folder. */
export async function unzip(
  input: ExportInput,
  options: Partial<DatasetOptions> = {}
): Promise<string> {
  const { folder, texts, modes } = await exportDataset(input, options)
  const place = `${mkdtempSync(`${top}/data `)}/${folder}`
  for (const [path, text] of texts) {
    mkdirSync(dirname(`${place}/${path}`), { recursive: true })
    writeFileSync(`${place}/${path}`, text)
    chmodSync(`${place}/${path}`, modes.get(path)!)
  }
  return place
}

/** Runs the script of an unzipped dataset, once through unless told otherwise. */
export async function train(folder: string, choices: Record<string, string>, words: string[] = []) {
  const env = { ...environment(), MODEL: tiny, EPOCHS: '1', ...choices }
  return run('sh', ['train.sh', ...words], { cwd: folder, env })
}

export async function litgpt(...words: string[]) {
  return run('litgpt', words, { env: environment() })
}

/** What `transformers` answers to prompts with the model in a folder, always the likeliest word. */
export async function askTransformers(folder: string, prompts: string[]): Promise<string[]> {
  const env = { ...environment(), HF_HUB_OFFLINE: '1' }
  const input = JSON.stringify(prompts)
  const asked = await run(python(), [beside('ask_transformers.py'), folder], { env, input })
  if (asked.code !== 0) throw new Error(asked.errors)
  return JSON.parse(asked.output) as string[]
}

/** A port that nobody listens on. */
export function freePort(): string {
  const ask =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => {" +
    'process.stdout.write(String(s.address().port)); s.close() })'
  return spawnSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).stdout
}
