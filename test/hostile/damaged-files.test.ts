import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { basic, legacyPackage } from '../import/deck/build-deck.ts'
import { importFile } from '../../src/import/import-file.ts'
import { ImportRefusal } from '../../src/import/importer.ts'
import { readBackup } from '../../src/storage/backup/read-backup.ts'
import { ZipRefused } from '../../src/storage/zip/zip-limits.ts'

type Parts = Record<string, string>

const settings = {
  capture: 'tagged',
  chapterContent: 'region',
  contentFormat: 'markdown',
  questionsInContent: true,
  deck: 'Cells',
  decks: 'one',
  tags: []
}
const project = {
  folder: 'Cells',
  id: 'one',
  name: 'Cells',
  settings,
  createdAt: 1,
  changedAt: 2,
  files: [
    { path: 'a.md', name: 'a.md' },
    { path: 'b.md', name: 'b.md' }
  ],
  media: [{ path: 'dot.png', name: 'dot.png', type: 'image/png' }]
}
const manifest = { format: 'laegna-backup', version: 1, madeAt: 3, projects: [project] }
const history = {
  snapshots: [
    {
      projectId: 'one',
      at: 1,
      why: 'open',
      revision: 1,
      name: 'Cells',
      settings,
      files: [],
      media: []
    }
  ],
  versions: [{ path: 'a.md', revision: 1, name: 'history/1' }]
}
const entry = {
  guid: 'g',
  fileId: 'a',
  chapterId: '0',
  chapterTree: ['A'],
  question: 'q',
  answer: 'a',
  hash: '',
  mod: 1,
  present: true
}
const ledger = { version: 1, forms: ['package'], entries: [entry] }

function backupParts(
  list: unknown = manifest,
  past: unknown = history,
  cards: unknown = ledger
): Parts {
  return {
    'laegna/backup.json': JSON.stringify(list),
    'projects/Cells/a.md': '# A',
    'projects/Cells/b.md': '# B',
    'projects/Cells/dot.png': 'dot',
    'laegna/Cells/history.json': JSON.stringify(past),
    'laegna/Cells/history/1': 'before',
    'laegna/Cells/ledger.json': JSON.stringify(cards)
  }
}

const bookParts: Parts = {
  'META-INF/container.xml':
    '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  'book.opf':
    '<package><metadata><title>Cells</title></metadata><manifest><item id="a" href="a.xhtml"/><item id="p" href="p.png"/></manifest><spine><itemref idref="a"/></spine></package>',
  'a.xhtml':
    '<html><body><h1>A</h1><p>One <img src="p.png"/> &amp; <a href="#x">two</a>.</p></body></html>',
  'p.png': 'p'
}

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const documentParts: Parts = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${words}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Cells</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`
}

/** Values that no field is meant to hold; each may make a reader stumble. */
const hostile: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e9,
  1e300,
  '',
  '1',
  '__proto__',
  '../../x',
  'constructor',
  'x'.repeat(100_000),
  '\u0000\ud800',
  [],
  {},
  [[[]]],
  { __proto__: null, length: 1e9 },
  { toString: 1, length: 1e9 }
]

async function zipped(parts: Parts): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(parts)) zip.file(path, content)
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }))
}

/** Reads a backup, and holds what came of it against what may come into the store. */
async function judgeBackup(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const read = await readBackup(new Blob([bytes])).catch((error: unknown) => error)
  if (read instanceof Error) {
    expect(read).toBeInstanceOf(ZipRefused)
    return
  }
  const { projects, madeAt = 0 } = read as Awaited<ReturnType<typeof readBackup>>
  expect(new Date(madeAt).getTime()).not.toBeNaN()
  for (const { files, media, snapshots, versions, changedAt = 0, ledger } of projects) {
    const paths = files.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(files.every(({ text }) => text.length < 1000)).toBe(true)
    expect(media.every(({ blob }) => /^(?:(?:image|audio|video)\/.+)?$/.test(blob.type))).toBe(true)
    expect(snapshots.every(({ revision }) => Number.isSafeInteger(revision + 1e6))).toBe(true)
    expect(versions.every(({ revision }) => Number.isSafeInteger(revision))).toBe(true)
    expect(new Date(changedAt).getTime()).not.toBeNaN()
    expect(ledger?.entries.every(({ mod }) => Number.isSafeInteger(Math.ceil(mod) + 1))).not.toBe(
      false
    )
  }
  expect(Object.prototype).not.toHaveProperty('length')
}

/** Converts a file of another program: what is wrong with it is said in a sentence about it. */
async function judgeImport(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const read = await importFile({ path, blob: new Blob([bytes]) }, {}, () => undefined).catch(
    (error: unknown) => error
  )
  // The worker makes a refusal of whatever else its libraries throw.
  if (read instanceof ImportRefusal) expect(read.message).toContain(path)
  else expect(read).toBeDefined()
}

/** All copies of a tree of JSON with one value in it replaced. */
function* replaced(tree: unknown, value: unknown): Generator {
  yield value
  if (typeof tree !== 'object' || tree === null) return
  for (const [key, child] of Object.entries(tree)) {
    for (const other of replaced(child, value)) {
      if (Array.isArray(tree))
        yield tree.map((one: unknown, at) => (String(at) === key ? other : one))
      else yield { ...tree, [key]: other }
    }
  }
}

describe('a backup', () => {
  test('that is sound comes whole', async () => {
    const { projects, refused } = await readBackup(new Blob([await zipped(backupParts())]))
    expect(refused).toEqual([])
    expect(projects).toMatchObject([
      { name: 'Cells', files: [{ path: 'a.md' }, { path: 'b.md' }], ledger, changedAt: 2 }
    ])
    expect(projects[0]?.media).toHaveLength(1)
    expect(projects[0]?.versions).toHaveLength(1)
  })

  test('gives with any value in any field what the store can hold, or nothing', async () => {
    for (const value of hostile) {
      for (const list of replaced(manifest, value))
        await judgeBackup(await zipped(backupParts(list)))
      for (const past of replaced(history, value)) {
        await judgeBackup(await zipped(backupParts(manifest, past)))
      }
      for (const cards of replaced(ledger, value)) {
        await judgeBackup(await zipped(backupParts(manifest, history, cards)))
      }
    }
  })

  test('that names one text a thousand times holds it once', async () => {
    const files = Array.from({ length: 1000 }, (_, at) => ({ path: `${at}.md`, name: 'a.md' }))
    const list = { ...manifest, projects: [{ ...project, files }] }
    const { projects } = await readBackup(new Blob([await zipped(backupParts(list))]))
    expect(projects[0]?.files.map(({ path }) => path)).toEqual(['0.md', 'b.md'])
  })
})

const kinds: [
  name: string,
  parts: () => Promise<Uint8Array<ArrayBuffer>>,
  judge: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
][] = [
  ['a backup', () => zipped(backupParts()), judgeBackup],
  ['a document of Word', () => zipped(documentParts), (bytes) => judgeImport('a.docx', bytes)],
  ['a book', () => zipped(bookParts), (bytes) => judgeImport('a.epub', bytes)],
  [
    'a deck',
    async () =>
      new Uint8Array(
        await legacyPackage({ notes: [{ guid: 'g', type: basic, fields: ['Q', 'A'] }] })
      ),
    (bytes) => judgeImport('a.apkg', bytes)
  ]
]

describe.each(kinds)('%s', (_, make, judge) => {
  test('cut off anywhere is read or refused', async () => {
    const bytes = await make()
    const step = Math.ceil(bytes.length / 300)
    for (let length = 0; length < bytes.length; length += step) await judge(bytes.slice(0, length))
  })

  test('with any bytes changed is read or refused', async () => {
    const bytes = await make()
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    const changes = fc.array(change, { minLength: 1, maxLength: 6 })
    const property = fc.asyncProperty(changes, async (list) => {
      const changed = bytes.slice()
      for (const [at, byte] of list) changed[at] = byte
      await judge(changed)
    })
    await fc.assert(property, { numRuns: 300 })
  })
})

/** Parts in which a few letters are another, gone or doubled: sound zips with unsound content. */
function mutated(parts: Parts): fc.Arbitrary<Parts> {
  const edit = fc.tuple(
    fc.constantFrom(...Object.keys(parts)),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(8),
    fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '/',
      '../',
      '}',
      ']',
      ',',
      '9',
      '\u0000',
      '&lt;'.repeat(50)
    )
  )
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    const changed = { ...parts }
    for (const [path, where, gone, come] of edits) {
      const text = changed[path] ?? ''
      const at = Math.floor(where * text.length)
      changed[path] = text.slice(0, at) + come + text.slice(at + gone)
    }
    return changed
  })
}

test.each([
  ['a backup', backupParts(), judgeBackup],
  [
    'a document of Word',
    documentParts,
    (bytes: Uint8Array<ArrayBuffer>) => judgeImport('a.docx', bytes)
  ],
  ['a book', bookParts, (bytes: Uint8Array<ArrayBuffer>) => judgeImport('a.epub', bytes)]
] as const)('%s whose parts are changed is read or refused', async (_, parts, judge) => {
  const property = fc.asyncProperty(mutated(parts), async (changed) => judge(await zipped(changed)))
  await fc.assert(property, { numRuns: 300 })
})
