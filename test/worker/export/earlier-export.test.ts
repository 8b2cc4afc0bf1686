import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { compile, exporters, ledgerFile, type Ledger } from '../../../src/laegna.ts'
import { EarlierExport } from '../../../src/worker/export/earlier-export.ts'

const context = { now: new Date(0), seed: 1, progress: () => undefined }

function project(...questions: string[]) {
  const text = questions
    .map((question) => `[/Q]${question}[Q/] [/A]What ${question} asks for.[A/]\n\n`)
    .join('')
  const files = [{ path: 'a.md', text }]
  return { name: 'P', files, compilation: compile(files) }
}

/** A package as it went out, and what the project knew of it then. */
async function exported(...questions: string[]): Promise<{ file: Blob; ledger: Ledger }> {
  const exporter = exporters.find(({ id }) => id === 'anki-package')
  const { files, ledger } = (await exporter?.run(project(...questions), {}, context)) ?? {}
  const [file] = files ?? []
  if (!file || !ledger) throw new Error('Nothing was exported.')
  return { file: new Blob([new Uint8Array(file.bytes)]), ledger }
}

test('a package tells which cards of the project went with it', async () => {
  const { file, ledger } = await exported('Two?')
  const opened = await new EarlierExport().open({ key: 1, file }, project('Two?', 'Three?'))
  expect(opened.report).toMatchObject({ cards: 1, found: 1, learned: 1, moved: 0, shared: 0 })
  const guids = ledger.entries.map(({ guid }) => guid)
  expect(opened.ledger.entries.map(({ guid }) => guid)).toEqual(expect.arrayContaining(guids))
})

test('cards that another project writes, too, are counted', async () => {
  const { file, ledger } = await exported('One?')
  const takenGuids = new Map(ledger.entries.map(({ guid }) => [guid, undefined]))
  const opened = await new EarlierExport().open(
    { key: 1, file },
    { ...project('One?'), takenGuids }
  )
  expect(opened.report.shared).toBe(1)
})

test('what was found out is found out anew once forgotten', async () => {
  const earlier = new EarlierExport()
  const { file } = await exported('One?')
  const input = project('One?')
  const first = await earlier.open({ key: 1, file }, input)
  expect(await earlier.open({ key: 1, file }, input)).toBe(first)
  const { ledger } = first
  earlier.forget()
  const again = await earlier.open({ key: 1, file }, { ...input, ledger })
  expect(again.report).toMatchObject({ found: 1, learned: 0 })
})

/** The package of a project with other files, chapters and questions. */
async function otherProject(): Promise<Blob> {
  const text =
    '# Rivers\n\n## Long\n\n[/Q]Where does the Danube end?[Q/] [/A]In the Black Sea.[A/]\n'
  const files = [{ path: 'rivers.md', text }]
  const exporter = exporters.find(({ id }) => id === 'anki-package')
  const input = { name: 'R', files, compilation: compile(files) }
  const exported = await exporter?.run(input, {}, context)
  return new Blob(exported?.files.map(({ bytes }) => new Uint8Array(bytes)))
}

/** A package whose ledger somebody changed by hand. */
async function brokenLedger(): Promise<Blob> {
  const { file } = await exported('One?')
  const zip = await JSZip.loadAsync(await file.arrayBuffer())
  zip.file(ledgerFile, '{')
  return new Blob([await zip.generateAsync({ type: 'arraybuffer' })])
}

test.each([
  ['of another project', otherProject, 'another project'],
  ['that is no zip', () => Promise.resolve(new Blob(['PK, but no zip'])), 'not written by Laegna'],
  ['whose ledger is broken', brokenLedger, 'not written by Laegna'],
  ['that is no JSON', () => Promise.resolve(new Blob(['[{'])), 'no anki_cards.json'],
  ['without anything', () => Promise.resolve(new Blob([])), 'no anki_cards.json']
])('a file %s is refused', async (_, make, why) => {
  const file = await make()
  await expect(new EarlierExport().open({ key: 1, file }, project('One?'))).rejects.toThrow(why)
})
