import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportInput } from '../../src/export/contract.ts'
import { exportDataset, jsonLines } from '../export/open-zip.ts'
import { book, project, seedExample } from '../export/projects.ts'
import { beside, pythonWith, run } from './python.ts'

const untitled = project(
  [
    { path: 'a.md', text: 'No heading here.\n\nBut two\u2028paragraphs.\n' },
    { path: 'b.md', text: '# One\n\nText\n\n# Two\n\nOther text\n' }
  ],
  { capture: 'all' }
)

interface Manifest {
  counts: { rows: Record<string, Record<string, number>>; train: number; validation: number }
}

describe.each([
  ['datasets 5', 'requirements-datasets.txt'],
  ['datasets 3', 'requirements-datasets-3.txt']
])('%s', (_, requirements) => {
  const top = mkdtempSync(`${tmpdir()}/laegna-datasets-`)
  let python = ''
  beforeAll(async () => {
    python = await pythonWith(requirements)
  })
  afterAll(() => rmSync(top, { recursive: true }))

  test.each<[string, ExportInput]>([
    ['the example', seedExample()],
    ['a book', book(12, 3, { capture: 'all' })],
    ['chapters with and without titles', untitled]
  ])(
    'reads every row of %s, by its card, each kind, and each form for trainers',
    async (_, input) => {
      const { texts } = await exportDataset(input, { outlines: true, following: true })
      const folder = mkdtempSync(`${top}/`)
      for (const [path, text] of texts) {
        mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
        writeFileSync(`${folder}/${path}`, text)
      }
      const { counts } = JSON.parse(texts.get('manifest.json')!) as Manifest
      const kinds = Object.keys(counts.rows)
      const forms = ['chat', 'prompt', 'text']
      const env = { HF_HOME: `${top}/home`, HF_HUB_OFFLINE: '1' }
      const words = [beside('load_dataset.py'), folder, 'all', ...kinds, ...forms]
      const { code, output, errors } = await run(python, words, { env })
      expect([code, code === 0 ? '' : errors]).toEqual([0, ''])
      const loaded = JSON.parse(output) as Record<string, Record<string, unknown[]>>

      const rows = (kind: string, split: string) =>
        jsonLines<object>(texts.get(`items/${kind}-${split}.jsonl`))
      for (const kind of kinds) {
        for (const split of ['train', 'validation'] as const) {
          const found = loaded[kind]![split] ?? []
          expect(found).toEqual(rows(kind, split))
          expect(found).toHaveLength(counts.rows[kind]![split]!)
        }
      }
      for (const split of ['train', 'validation'] as const) {
        expect(loaded['all']![split]).toEqual(kinds.flatMap((kind) => rows(kind, split)))
        expect(loaded['all']![split]).toHaveLength(counts[split])
        for (const form of forms) {
          expect(loaded[form]![split]).toEqual(jsonLines(texts.get(`${form}/${split}.jsonl`)))
        }
      }
    }
  )
})
