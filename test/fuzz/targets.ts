import fc from 'fast-check'
import JSZip from 'jszip'
import { ExportError } from '../../src/export/contract.ts'
import { exporters } from '../../src/export/registry.ts'
import { importFile } from '../../src/import/import-file.ts'
import { pasteHtml } from '../../src/import/html/pasted-html.ts'
import { applyFound, compile, Compiler, findCards, renderHtml } from '../../src/laegna.ts'
import { readBackup } from '../../src/storage/backup/read-backup.ts'
import { ZipRefused } from '../../src/storage/zip/zip-limits.ts'
import { damaged } from '../hostile/entrances/damage.ts'
import { entrances } from '../hostile/entrances/entrances.ts'

/** A way in which a stranger's text comes in; throws where it finds a mistake of ours. */
export interface Target {
  name: string
  run: (text: string) => unknown
}

/** A kind of file that is drawn by itself; `draw` gives the same bytes for the same number. */
export interface FileTarget {
  name: string
  draw: (seed: number) => Promise<Uint8Array<ArrayBuffer>>
  run: (bytes: Uint8Array<ArrayBuffer>) => unknown
}

const path = 'notes/a.md'

/** All that reads what strangers wrote, and what writes it to files again. */
export const targets: Target[] = [
  { name: 'compile', run: (text) => compile([{ path, text }]) },
  { name: 'edit', run: edit },
  { name: 'find cards', run: (text) => applyFound(text, findCards({ path, text })) },
  { name: 'render', run: (text) => renderHtml({ path, text }) },
  ...exporters.map(({ id }) => ({ name: `export ${id}`, run: (text: string) => write(id, text) })),
  { name: 'import html', run: (text) => bring('a.html', text) },
  { name: 'import csv', run: (text) => bring('a.csv', text) },
  {
    name: 'import anki text',
    run: (text) => bring('a.txt', `#separator:tab\n#guid column:1\n${text}`)
  },
  { name: 'paste', run: (html) => pasteHtml({ html, plain: '', target: path, taken: [] }) },
  { name: 'import epub', run: (text) => bringZip('a.epub', book(text)) },
  { name: 'import docx', run: (text) => bringZip('a.docx', { 'word/document.xml': text }) },
  { name: 'restore', run: restore }
]

/** Files and links of all kinds, each one that is sound with something changed in it. */
export async function fileTargets(): Promise<FileTarget[]> {
  const made = entrances.map(async (entrance): Promise<FileTarget> => {
    const files = await damaged(entrance)
    const draw = (seed: number) => fc.sample(files, { numRuns: 1, seed })[0]?.()
    return {
      name: `damaged ${entrance.name}`,
      draw: async (seed) => (await draw(seed)) ?? new Uint8Array(),
      run: (bytes) => entrance.judge(bytes)
    }
  })
  return Promise.all(made)
}

/** As while somebody writes: what is read of a text that grows is what is read of it at once. */
function edit(text: string): void {
  const compiler = new Compiler()
  compiler.update(path, text.slice(0, text.length / 2))
  compiler.update(path, text)
  const { cards } = compiler.compilation
  const once = compile([{ path, text }]).cards
  if (JSON.stringify(cards) !== JSON.stringify(once)) throw new Error('An edit gives other cards.')
}

async function write(id: string, text: string): Promise<void> {
  const files = [{ path, text }]
  const exporter = exporters.find((one) => one.id === id)
  const compilation = compile(files, { capture: 'all' })
  const context = { now: new Date(0), seed: 1 }
  await refusing(ExportError, async () => {
    await exporter?.run({ name: 'a', compilation, files }, exporter.defaults, context)
  })
}

async function bring(name: string, content: BlobPart): Promise<void> {
  // Whatever else is thrown, the import worker tells as a refusal: only what never ends is a mistake.
  await refusing(Error, () =>
    importFile({ path: name, blob: new Blob([content]) }, {}, () => undefined)
  )
}

async function bringZip(name: string, parts: Record<string, string>): Promise<void> {
  await bring(name, await zipped(parts))
}

async function restore(text: string): Promise<void> {
  const parts = {
    'laegna/backup.json': text,
    'projects/a/b.md': text,
    'laegna/a/ledger.json': text
  }
  const bytes = await zipped(parts)
  await refusing(ZipRefused, () => readBackup(new Blob([bytes])))
}

function book(text: string): Record<string, string> {
  return {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    'b.opf':
      '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': text
  }
}

async function zipped(parts: Record<string, string>): Promise<ArrayBuffer> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generateAsync({ type: 'arraybuffer' })
}

async function refusing(
  refusal: new (...given: never[]) => Error,
  work: () => unknown
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof refusal)) throw error
  }
}
