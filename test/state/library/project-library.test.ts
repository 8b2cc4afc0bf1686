import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Saver } from '../../../src/state/sync/saver.svelte.ts'
import { ProjectLibrary } from '../../../src/state/library/project-library.svelte.ts'
import { Database } from '../../../src/storage/database.ts'

let database: Database
let project: Project
let notices: Notices
let saver: Saver
let library: ProjectLibrary
const changed = vi.fn()

/** A page on the same database, as after a reload. */
function visit(): void {
  project = new Project()
  notices = new Notices()
  saver = new Saver(database, project, { saved: () => undefined, copied: () => undefined })
  library = new ProjectLibrary({
    database,
    project,
    saver,
    notices,
    changed,
    opened: () => undefined
  })
}

beforeEach(() => {
  localStorage.clear()
  changed.mockReset()
  database = new Database(`test-${crypto.randomUUID()}`)
  visit()
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
  localStorage.clear()
})

const names = (records: { name: string }[]) => records.map(({ name }) => name)
const said = () => notices.list.map(({ text }) => text).join('\n')

function press(label: string): void {
  const notice = notices.list.find(({ actions }) => actions.some((one) => one.label === label))
  const action = notice?.actions.find((one) => one.label === label)
  if (!notice || !action) throw new Error(`Nothing offers ${label}.`)
  notices.press(notice, action)
}

test('the project of the last visit is open again, with what was typed last', async () => {
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  await library.create('Law', [{ path: 'law.md', text: 'a' }])
  await library.open(library.projects.find(({ name }) => name === 'Biology')!.id)
  project.write('cells.md', 'two')
  await saver.flush()
  visit()
  await library.refresh()
  expect(await library.openLast()).toBe(true)
  expect(project.name).toBe('Biology')
  expect(project.text('cells.md')).toBe('two')
})

test('what is typed is stored before another project opens', async () => {
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  const { id } = project
  project.write('cells.md', 'typed at the last moment')
  await library.create('Law', [{ path: 'law.md', text: 'a' }])
  await library.open(id)
  expect(project.text('cells.md')).toBe('typed at the last moment')
})

test('a project stays open where it cannot be stored', async () => {
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  project.write('cells.md', 'two')
  const full = new DOMException('full', 'QuotaExceededError')
  vi.spyOn(database, 'open').mockRejectedValue(full)
  expect(await library.createEmpty()).toBe(false)
  vi.restoreAllMocks()
  expect(project.text('cells.md')).toBe('two')
  expect(said()).toContain('Biology stays open, because it is not saved')
})

test('deck and tags are called after a project with a name of its own', async () => {
  await library.createEmpty()
  expect(project.settings.deck).toBe('LaegnaAITraining')
  await library.rename(project.id, 'Biology :: Cells')
  expect(project.settings).toMatchObject({ deck: 'Biology::Cells', tags: ['laegna'] })
  project.configure({ deck: 'Chosen' })
  await library.rename(project.id, 'Chemistry')
  expect(project.settings.deck).toBe('Chosen')
})

test('the deck of a project that gave cards to Anki stays when its name changes', async () => {
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  await (await database.open()).put('ledgers', { version: 1, entries: [] } as never, project.id)
  const { id } = project
  await library.rename(id, 'Chemistry')
  expect(project.settings.deck).toBe('Biology')
  await library.create('Law', [{ path: 'law.md', text: 'a' }])
  await library.rename(id, 'Physics')
  const renamed = library.projects.find((one) => one.id === id)
  expect(renamed).toMatchObject({ name: 'Physics', settings: { deck: 'Biology' } })
})

test('two projects never have one name', async () => {
  await library.create('Biology', [])
  await library.create('Biology', [])
  expect(names(library.projects)).toHaveLength(2)
  expect(new Set(names(library.projects)).size).toBe(2)
})

test('a deleted project lies in the bin, and Undo opens it again', async () => {
  await library.create('Law', [{ path: 'law.md', text: 'a' }])
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  await library.remove(project.id)
  expect(project.name).toBe('Law')
  expect(names(library.bin)).toEqual(['Biology'])
  press('Undo')
  await vi.waitFor(() => expect(project.name).toBe('Biology'))
  expect(project.text('cells.md')).toBe('one')
  await vi.waitFor(() => expect(library.bin).toEqual([]))
})

test('without any other project an empty one takes the place of a deleted one', async () => {
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  await library.remove(project.id)
  expect(project.files).toEqual([{ path: 'untitled.md', text: '' }])
})

test('another project is renamed without opening it, and other tabs hear of it', async () => {
  await library.create('Biology', [])
  const { id } = project
  await library.create('Law', [])
  await library.rename(id, 'Life')
  expect(names(library.projects)).toEqual(expect.arrayContaining(['Life', 'Law']))
  expect(project.name).toBe('Law')
  expect(changed).toHaveBeenCalledWith(expect.objectContaining({ id }))
})

test('a project that went without being deleted is missed aloud', async () => {
  await library.create('Biology', [])
  await library.create('Law', [])
  const biology = library.projects.find(({ name }) => name === 'Biology')!.id
  const raw = await openDB(database.name)
  await raw.delete('projects', biology)
  visit()
  await library.tellMissing()
  expect(said()).toContain('Projects are missing')
  await raw.clear('projects')
  visit()
  await library.tellMissing()
  expect(said()).toContain('has lost all your projects')
  raw.close()
})

test('a damaged record is named, and its files make a new project', async () => {
  await library.create('Biology', [{ path: 'cells.md', text: 'one' }])
  const { id } = project
  await library.create('Law', [])
  const raw = await openDB(database.name)
  await raw.put('projects', { id, name: 7 })
  raw.close()
  await library.refresh()
  expect(library.damaged).toEqual([id])
  await library.tellMissing()
  expect(said()).toBe('The record of 1 project is damaged. Its files can be recovered in Projects.')
  expect(await library.open(id)).toBe(false)
  expect(said()).toContain('The record of this project is damaged')
  expect(project.name).toBe('Law')
  await library.recover(id)
  expect(project.files).toEqual([{ path: 'cells.md', text: 'one' }])
  expect(await library.raw(id)).toContain('"name": 7')
})
