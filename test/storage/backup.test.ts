import { deleteDB, openDB } from 'idb'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readBackup, type BackupProject } from '../../src/storage/backup/read-backup.ts'
import { restoreProject } from '../../src/storage/backup/restore-project.ts'
import { writeBackup } from '../../src/storage/backup/write-backup.ts'
import { Database } from '../../src/storage/database.ts'
import { listSnapshots, readSnapshot, takeSnapshot } from '../../src/storage/history.ts'
import { endProject, markDeleted } from '../../src/storage/bin.ts'
import {
  readLedger,
  readSharedCards,
  readTakenGuids,
  saveLedger
} from '../../src/storage/ledgers.ts'
import { readBlob } from '../../src/storage/media.ts'
import { readStoredReport, storeReport } from '../../src/storage/reports.ts'
import { readProject } from '../../src/storage/projects.ts'
import { saveProject } from '../../src/storage/save.ts'
import { reportOf } from '../report-of.ts'
import { make, putMedia, textsOf, write } from './stand.ts'
import { inEnglish } from '../../src/say/say.ts'

let database: Database
const ledger = { version: 1 as const, forms: ['package' as const], entries: [] }
const texts = { 'notes/cells.md': '\ufeff# Cells\r\n', 'dna.md': '# DNA 🧬', 'empty.md': '' }

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`)
  await make(database, 'one', texts)
  await putMedia(database, 'one', { 'img/cell.png': 'picture' })
  await saveLedger(database, 'one', ledger)
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
})

const backUp = (projects = ['one'], history = false) =>
  writeBackup(database, { projects, history, now: 5000 })

async function first(zip: Blob): Promise<BackupProject> {
  const [project] = (await readBackup(zip)).projects
  if (!project) throw new Error('The backup holds no project.')
  return project
}

test('what a project gave to Anki is taken; in the bin, for all but the same card', async () => {
  const texts = { fileId: 'a', chapterId: '0', chapterTree: [], question: 'q', answer: 'a' }
  const entry = { ...texts, guid: 'guid', hash: '', mod: 1, present: true }
  await saveLedger(database, 'one', { ...ledger, entries: [entry] })
  expect(await readTakenGuids(database, 'two')).toEqual(new Map([['guid', undefined]]))
  expect(await readTakenGuids(database, 'one')).toEqual(new Map())
  await markDeleted(database, 'one', 5000)
  expect(await readTakenGuids(database, 'two')).toEqual(new Map([['guid', 'a']]))
})

test('cards of which two projects write the notes are found, but for those in the bin', async () => {
  const card = { fileId: 'a', chapterId: '0', chapterTree: [], question: 'q', answer: 'a' }
  const entry = { ...card, guid: 'both', hash: '', mod: 1, present: true }
  const old = { ...entry, guid: 'gone', present: false }
  await saveLedger(database, 'one', { ...ledger, entries: [entry, old] })
  await make(database, 'two', texts, 'Anew')
  await saveLedger(database, 'two', { ...ledger, entries: [{ ...entry, guid: 'own' }, entry, old] })
  expect(await readSharedCards(database, 'one')).toEqual({ cards: 1, projects: ['Anew'] })
  expect(await readSharedCards(database, 'three')).toEqual({ cards: 0, projects: [] })
  await markDeleted(database, 'two', 5000)
  expect(await readSharedCards(database, 'one')).toEqual({ cards: 0, projects: [] })
})

test('a backup gives everything back, in a browser that knows nothing of it', async () => {
  await takeSnapshot(database, 'one', 'open', 1)
  await write(database, 'one', { 'dna.md': 'changed' })
  await takeSnapshot(database, 'one', 'work', 2)
  const { zip, missing } = await backUp(['one'], true)
  expect(missing).toEqual([])
  const other = new Database(`${database.name} other`)
  const id = await restoreProject(other, 'Back again', await first(zip), 9000)
  const before = await readProject(database, 'one')
  const after = await readProject(other, id)
  expect(await textsOf(other, id)).toEqual({ ...texts, 'dna.md': 'changed' })
  expect(after.project.paths).toEqual(before.project.paths)
  expect(after.project.settings).toEqual(before.project.settings)
  expect(after.project.name).toBe('Back again')
  const [medium] = after.media
  expect(medium).toMatchObject({ path: 'img/cell.png', size: 7, type: 'image/png' })
  expect(await (await readBlob(other, medium?.blobId ?? ''))?.text()).toBe('picture')
  expect(await readLedger(other, id)).toEqual(ledger)
  const snapshots = await listSnapshots(other, id)
  expect(snapshots.map(({ at }) => at)).toEqual([2, 1])
  expect(
    (await readSnapshot(other, snapshots[1]!)).find(({ path }) => path === 'dna.md')?.text
  ).toBe(texts['dna.md'])
  // What is written from now on must not touch what the history names.
  await write(other, id, { 'dna.md': 'new' })
  await takeSnapshot(other, id, 'work', 10)
  expect(
    (await readSnapshot(other, snapshots[0]!)).find(({ path }) => path === 'dna.md')?.text
  ).toBe('changed')
  await other.close()
  await deleteDB(other.name)
})

test('what a model answered, and which cards are trained more, is in it, too', async () => {
  const report = await reportOf(
    'a.md',
    '# A\n\n[/Q]Q?[Q/] [/A]A.[A/]\n\n# B\n\n[/Q]R?[Q/] [/A]B.[A/]',
    () => 'no'
  )
  await storeReport(database, 'one', report)
  await write(database, 'one', {}, { record: { cardWeights: { guid: 4 } } })
  const other = new Database(`${database.name} other`)
  const id = await restoreProject(other, 'Back again', await first((await backUp()).zip), 9000)
  expect(await readStoredReport(other, id)).toEqual(report)
  expect((await readProject(other, id)).project.cardWeights).toEqual({ guid: 4 })
  await markDeleted(other, id, 9000)
  await endProject(other, id)
  expect(await readStoredReport(other, id)).toBeUndefined()
  await other.close()
  await deleteDB(other.name)
})

test('it can be read without the app: files are files', async () => {
  const zip = await JSZip.loadAsync((await backUp()).zip)
  expect(await zip.file('projects/Biology/dna.md')?.async('string')).toBe(texts['dna.md'])
  expect(await zip.file('projects/Biology/img/cell.png')?.async('string')).toBe('picture')
  expect(await zip.file('README.txt')?.async('string')).toContain('Restore a backup')
})

test('projects with one name, odd names and odd paths do not get in each other’s way', async () => {
  const odd = { '__proto__/a.md': '1', 'a\\b.md': '2', 'A.md': '3', 'a.md': '4', '../up.md': '5' }
  await make(database, 'two', odd)
  await make(database, 'three', { 'x.md': 'x' }, 'backup.json')
  await make(database, 'four', { 'x.md': 'y' }, '../..')
  const { projects } = await readBackup((await backUp(['one', 'two', 'three', 'four'])).zip)
  expect(projects.map(({ name }) => name)).toEqual(['Biology', 'Biology', 'backup.json', '../..'])
  const back = projects[1]?.files.map(({ path, text }) => [path, text])
  expect(back).toEqual(Object.entries(odd))
})

test('a text with half a character is no reason to write none', async () => {
  await make(database, 'two', { 'a.md': 'half \ud83e' })
  expect((await first((await backUp(['two'])).zip)).files).toEqual([
    { path: 'a.md', text: 'half \ufffd' }
  ])
})

test('what is damaged in the storage is named, and the rest is in the backup', async () => {
  const raw = await openDB(database.name)
  await raw.put('files', { projectId: 'one', path: 'dna.md', text: 7 })
  await raw.delete('blobs', 'picture at img/cell.png')
  raw.close()
  const { zip, missing } = await backUp()
  expect(missing).toEqual([
    'dna.md of Biology is damaged.',
    'img/cell.png of Biology has lost its content.'
  ])
  expect((await first(zip)).files.map(({ path }) => path)).toEqual(['notes/cells.md', 'empty.md'])
})

describe('of a damaged backup', () => {
  /** Takes a part out of the zip. */
  async function without(path: string): Promise<Blob> {
    const zip = await JSZip.loadAsync((await backUp()).zip)
    zip.remove(path)
    return zip.generateAsync({ type: 'blob' })
  }

  /** Puts another text in a file of the zip. */
  async function within(path: string, text: string): Promise<Blob> {
    const zip = await JSZip.loadAsync((await backUp()).zip)
    return zip.file(path, text).generateAsync({ type: 'blob' })
  }

  test('a missing text is named, the others are read', async () => {
    const { projects, refused } = await readBackup(await without('projects/Biology/dna.md'))
    expect(refused.map(inEnglish)).toEqual(['dna.md of Biology is not in the backup.'])
    expect(projects[0]?.files.map(({ path }) => path)).toEqual(['notes/cells.md', 'empty.md'])
  })

  test('without its list the folders are read as they are', async () => {
    const project = await first(await without('laegna/backup.json'))
    expect(project).toMatchObject({ name: 'Biology', settings: undefined, ledger })
    expect(project.files).toContainEqual({ path: 'dna.md', text: texts['dna.md'] })
    expect(project.media.map(({ path }) => path)).toEqual(['img/cell.png'])
  })

  test.each([
    ['ledger.json', 'What Biology exported to Anki before is damaged in the backup.'],
    ['report.json', 'What a model answered in Biology is damaged in the backup'],
    ['history.json', 'The earlier versions of Biology are damaged in the backup']
  ])('a damaged %s is named, the rest is read', async (name, sentence) => {
    const { projects, refused } = await readBackup(await within(`laegna/Biology/${name}`, '{"a":1'))
    expect(refused.map(inEnglish)).toEqual([expect.stringContaining(sentence)])
    expect(projects[0]?.files).toHaveLength(3)
  })

  test('of a later version of the page it is said that it is later', async () => {
    const later = JSON.stringify({ format: 'laegna-backup', version: 2 })
    const { projects, refused } = await readBackup(await within('laegna/backup.json', later))
    expect(refused.map(inEnglish)).toEqual([expect.stringContaining('a newer version')])
    expect(projects[0]?.files).toHaveLength(3)
  })

  test('cut in half, what is whole is read', async () => {
    const { zip } = await backUp()
    const { projects } = await readBackup(zip.slice(0, zip.size / 2))
    expect(projects[0]?.files).toContainEqual({ path: 'dna.md', text: texts['dna.md'] })
  })

  test('another zip holds no project', async () => {
    const zip = await new JSZip().file('a.md', 'a').generateAsync({ type: 'blob' })
    expect((await readBackup(zip)).projects).toEqual([])
  })
})

test('what was not to be offered as a card comes back with the project', async () => {
  const { project } = await readProject(database, 'one')
  const change = { put: [], remove: [], record: { skipped: ['ab12', 'cd34'] } }
  await saveProject(database, 'one', project.revision, change, 5000)
  const id = await restoreProject(database, 'Again', await first((await backUp()).zip), 6000)
  expect((await readProject(database, id)).project.skipped).toEqual(['ab12', 'cd34'])
})
