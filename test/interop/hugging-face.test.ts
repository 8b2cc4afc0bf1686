import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportInput } from '../../src/export/exporter.ts'
import { exportDataset, jsonLines } from '../export/open-zip.ts'
import { book, project, seedExample } from '../export/projects.ts'
import { beside, pythonWith, run } from './python.ts'

const top = mkdtempSync(`${tmpdir()}/laegna-datasets-`)
let python = ''

beforeAll(async () => {
  python = await pythonWith('requirements-datasets.txt')
})
afterAll(() => rmSync(top, { recursive: true }))

const untitled = project(
  [
    { path: 'a.md', text: 'No heading here.\n\nBut two\u2028paragraphs.\n' },
    { path: 'b.md', text: '# One\n\nText\n\n# Two\n\nText\n' }
  ],
  { capture: 'all' }
)

test.each<[string, ExportInput]>([
  ['the example', seedExample()],
  ['a book', book(12, 3, { capture: 'all' })],
  ['chapters with and without titles', untitled]
])('load_dataset reads every row of %s, by its card', async (_, input) => {
  const { texts } = await exportDataset(input)
  const folder = mkdtempSync(`${top}/`)
  for (const [path, text] of texts) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
    writeFileSync(`${folder}/${path}`, text)
  }
  const env = { HF_HOME: `${top}/home`, HF_HUB_OFFLINE: '1' }
  const { code, output, errors } = await run(python, [beside('load_dataset.py'), folder], { env })
  expect([code, code === 0 ? '' : errors]).toEqual([0, ''])
  const rows = (split: string) =>
    ['qa', 'block', 'chapter'].flatMap((kind) =>
      jsonLines(texts.get(`items/${kind}-${split}.jsonl`))
    )
  expect(JSON.parse(output)).toEqual({ train: rows('train'), validation: rows('validation') })
})
