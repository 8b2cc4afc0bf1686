import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll } from 'vitest'
import type { DatasetOptions } from '../../src/export/dataset/options.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { exportDataset } from '../export/open-zip.ts'
import { book } from '../export/projects.ts'
import { pythonWith, run } from '../interop/python.ts'

/*
 * The dataset in the hands of other trainers, by the files that it brings for them, on a model so small
 * that a processor trains it in seconds. Blanks in the paths are meant.
 */

const top = mkdtempSync(`${tmpdir()}/laegna trainers-`)
afterAll(() => rmSync(top, { recursive: true }))

/** A small book, enough for records and for plain text. */
export const shelf = book(6, 4, { capture: 'all' })

/** Path of a file in this folder. */
export function here(name: string): string {
  return `${import.meta.dirname}/${name}`
}

/** The Python of an environment with the requirements of a trainer; they are named from this folder. */
export function pythonOf(trainer: string): Promise<string> {
  return pythonWith(`../trainers/requirements-${trainer}.txt`)
}

/** A model of 2 layers that knows nothing, in the form of Hugging Face. */
export async function tinyModel(): Promise<string> {
  const folder = `${mkdtempSync(`${top}/model `)}/tiny`
  const made = await run(await pythonOf('trl'), [here('tiny_hugging_face.py'), folder])
  if (made.code !== 0) throw new Error(made.errors)
  return folder
}

/** Writes the export to disk as unzipping does, and gives its folder. */
export async function unzip(
  input: ExportInput,
  options: Partial<DatasetOptions> = {}
): Promise<string> {
  const { texts } = await exportDataset(input, options)
  const place = mkdtempSync(`${top}/data `)
  for (const [path, text] of texts) {
    mkdirSync(dirname(`${place}/${path}`), { recursive: true })
    writeFileSync(`${place}/${path}`, text)
  }
  return place
}

/** Runs a program in a folder without a network, one thread: more are slower for a model so small. */
export function train(
  cwd: string,
  program: string,
  words: string[],
  env: Record<string, string> = {}
) {
  const still = { HF_HUB_OFFLINE: '1', OMP_NUM_THREADS: '1', TQDM_DISABLE: '1' }
  return run(program, words, { cwd, env: { ...still, ...env } })
}
