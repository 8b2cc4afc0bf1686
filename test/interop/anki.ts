import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll } from 'vitest'
import type { DrawDiagram, ExportInput, ExportResult } from '../../src/export/contract.ts'
import { exporters } from '../../src/laegna.ts'
import { beside, pythonWith } from './python.ts'

/** Where files of this run are. */
export const folder = mkdtempSync(`${tmpdir()}/laegna-anki-`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const Report = v.object({
  new: v.number(),
  updated: v.number(),
  duplicate: v.number(),
  conflicting: v.number(),
  first_field_match: v.number(),
  empty_first_field: v.number(),
  found: v.number()
})

const Collection = v.object({
  imports: v.array(Report),
  notes: v.array(
    v.object({
      guid: v.string(),
      fields: v.array(v.string()),
      tags: v.array(v.string()),
      type: v.string(),
      mod: v.number(),
      /** First field as Anki sorts it, and the checksum by which it finds the same one again. */
      sorted: v.string(),
      checksum: v.number(),
      cards: v.array(
        v.object({
          deck: v.string(),
          ord: v.number(),
          due: v.number(),
          interval: v.number(),
          isNew: v.boolean()
        })
      )
    })
  ),
  decks: v.array(v.object({ name: v.string(), description: v.string() })),
  types: v.array(v.string()),
  /** SHA-256 of the files in Anki's folder, by their names. */
  media: v.record(v.string(), v.string()),
  rendered: v.array(
    v.object({
      guid: v.string(),
      ord: v.number(),
      front: v.string(),
      back: v.string(),
      css: v.string(),
      sounds: v.array(v.string())
    })
  ),
  /** What Anki's own check of its database had to say. */
  problems: v.array(v.string())
})
export type AnkiCollection = v.InferOutput<typeof Collection>

/** What a person does with a collection. */
export type Step =
  | { import: string }
  | { learn: string; days: number }
  | { retype: string }
  | { make: true }
  | { export: string; form: 'newest' | 'legacy' | 'colpkg' | 'txt' }

/** Plays these steps in a fresh collection of the real Anki, or in the one that is kept in a `folder`. */
export async function play(
  steps: Step[],
  { language = 'en', render = false, folder = undefined as string | undefined } = {}
): Promise<AnkiCollection> {
  const python = await pythonWith('requirements-anki.txt')
  const output = await answerOf(python, JSON.stringify({ language, steps, render, folder }))
  return v.parse(Collection, JSON.parse(output))
}

function answerOf(python: string, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const anki = spawn(python, [beside('anki_collection.py')])
    const out: Buffer[] = []
    const errors: Buffer[] = []
    anki.stdout.on('data', (data: Buffer) => out.push(data))
    anki.stderr.on('data', (data: Buffer) => errors.push(data))
    anki.on('close', (code) => {
      if (code === 0 && errors.length === 0) resolve(Buffer.concat(out).toString('utf8'))
      else reject(new Error(`Anki ended with ${code}: ${Buffer.concat(errors).toString('utf8')}`))
    })
    anki.stdin.end(question)
  })
}

/** Exports a project at a second of its own and puts the file where Anki can read it. */
export async function exportTo(
  exporter: 'anki-text' | 'anki-package' | 'anki-json',
  input: ExportInput,
  options: object = {},
  seconds = 1_700_000_000,
  drawDiagram?: DrawDiagram
): Promise<ExportResult & { path: string }> {
  const found = exporters.find(({ id }) => id === exporter)!
  const context = { now: new Date(seconds * 1000), seed: 1, ...(drawDiagram && { drawDiagram }) }
  const result = await found.run(input, options, context)
  const path = join(folder, `${crypto.randomUUID()}.${found.extension}`)
  writeFileSync(path, result.files[0]!.bytes)
  return { ...result, path }
}
