import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergeLedgers, type Ledger } from '../../../src/laegna.ts'
import { restoreOver } from '../../../src/state/backup/backup-work.ts'
import { History } from '../../../src/state/history/history.svelte.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Saver } from '../../../src/state/sync/saver.svelte.ts'
import { ProjectLibrary } from '../../../src/state/library/project-library.svelte.ts'
import { readBackup } from '../../../src/storage/backup/read-backup.ts'
import { writeBackup } from '../../../src/storage/backup/write-backup.ts'
import { Database } from '../../../src/storage/database.ts'
import { readLedger, saveLedger } from '../../../src/storage/ledgers.ts'
import { make, write } from '../../storage/stand.ts'

let database: Database
let project: Project
let notices: Notices
let library: ProjectLibrary
let history: History

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`)
  project = new Project()
  notices = new Notices()
  const saver = new Saver(database, project, { saved: () => undefined, copied: () => undefined })
  const rest = { opened: () => undefined, changed: () => undefined }
  library = new ProjectLibrary({ database, project, saver, notices, ...rest })
  history = new History({ database, project, saver, notices })
  await make(database, 'one', { 'cells.md': 'then' })
  await make(database, 'two', { 'dna.md': 'DNA' }, 'Genes')
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
})

const entry = {
  fileId: 'cells',
  chapterId: '0',
  chapterTree: [],
  question: 'q',
  answer: 'then',
  hash: 'h',
  present: true
}
const ledgerOf = (...entries: { guid: string; mod: number; answer?: string }[]): Ledger => ({
  version: 1,
  forms: ['package'],
  entries: entries.map((one) => ({ ...entry, ...one }))
})

/** Backs the project up, works on, and restores that over it. */
async function restored(): Promise<void> {
  await saveLedger(database, 'one', ledgerOf({ guid: 'a', mod: 1 }))
  const { zip } = await writeBackup(database, { projects: ['one'], history: false, now: 5000 })
  const [backup] = (await readBackup(zip)).projects
  await write(database, 'one', { 'cells.md': 'now' })
  await saveLedger(database, 'one', ledgerOf({ guid: 'a', mod: 2, answer: 'now' }))
  await library.refresh()
  await library.open('one')
  await restoreOver({ database, project, library, history, notices }, backup!, 'one')
  expect(project.text('cells.md')).toBe('then')
}

async function undo(): Promise<void> {
  const offered = notices.list.find(({ text }) => text.includes('as it was in the backup'))
  await offered?.actions[0]?.run()
}

test('a project that was restored over comes back, with what is known of its cards', async () => {
  const before = ledgerOf({ guid: 'a', mod: 2, answer: 'now' })
  await restored()
  await undo()
  expect(project.text('cells.md')).toBe('now')
  expect(await readLedger(database, 'one')).toEqual(before)
})

test('what was exported between is not forgotten: Anki takes nothing that is older', async () => {
  await restored()
  const exported = ledgerOf({ guid: 'a', mod: 9 }, { guid: 'b', mod: 9 })
  await saveLedger(database, 'one', mergeLedgers(exported, (await readLedger(database, 'one'))!))
  const then = await readLedger(database, 'one')
  await undo()
  expect(project.text('cells.md')).toBe('now')
  expect(await readLedger(database, 'one')).toEqual(then)
})

test('nothing is put into another project that was opened since', async () => {
  await restored()
  await library.open('two')
  await undo()
  expect(project.files).toEqual([{ path: 'dna.md', text: 'DNA' }])
  expect(notices.list.map(({ text }) => text)).toContain(
    'Nothing was changed, because Biology is not open any more.'
  )
})
