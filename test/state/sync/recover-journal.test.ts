import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recoverJournal } from '../../../src/state/sync/recover-journal.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Saver } from '../../../src/state/sync/saver.svelte.ts'
import { Database } from '../../../src/storage/database.ts'
import { readProject } from '../../../src/storage/projects.ts'
import { saveProject } from '../../../src/storage/save.ts'

let database: Database
let project: Project
let saver: Saver

beforeEach(async () => {
  localStorage.clear()
  database = new Database(`test-${crypto.randomUUID()}`)
  project = new Project()
  saver = new Saver(database, project, { saved: () => undefined, copied: () => undefined })
  project.id = 'one'
  project.put(['a.md', 'b.md', 'c.md'].map((path) => ({ path, text: path })))
  await saver.storeNew()
})

afterEach(async () => {
  await saver.flush()
  await database.close()
  await deleteDB(database.name)
})

/** The page goes before anything is stored, and is opened again. */
async function visitAgain(): Promise<Project> {
  expect(saver.wouldLose()).toBe(false)
  const again = new Project()
  const stored = await readProject(database, project.id)
  again.load(stored)
  await recoverJournal(database, again, stored)
  return again
}

test('a file whose deletion was undone just now comes back in its place', async () => {
  const removed = project.remove('b.md')
  await saver.flush()
  project.put([removed.file], removed.at)
  expect((await visitAgain()).paths).toEqual(['a.md', 'b.md', 'c.md'])
})

test('a file that was renamed just now is not there twice', async () => {
  project.move('b.md', 'd.md')
  const again = await visitAgain()
  expect(again.paths).toEqual(['a.md', 'd.md', 'c.md'])
  expect(again.text('d.md')).toBe('b.md')
})

test('a file that was deleted just now stays away, and an order made just now stays', async () => {
  project.remove('a.md')
  project.arrange(['c.md', 'b.md'])
  expect((await visitAgain()).paths).toEqual(['c.md', 'b.md'])
})

test('a file that was deleted just now stays if another tab has changed it', async () => {
  project.remove('b.md')
  const put = [{ path: 'b.md', text: 'theirs', base: project.base.base('b.md'), strand: 'other' }]
  const seen = project.base.revision
  await saveProject(database, 'one', seen, { put, remove: [], record: {} }, Date.now())
  const again = await visitAgain()
  expect(again.text('b.md')).toBe('theirs')
})
