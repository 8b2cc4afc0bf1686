import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/laegna.ts'
import { binKeeps, emptyBin, markDeleted } from '../../src/storage/bin.ts'
import { Database } from '../../src/storage/database.ts'
import { recall, remember } from '../../src/storage/memory.ts'
import {
  createProject,
  listProjects,
  readChanges,
  readProject,
  UnreadableProject
} from '../../src/storage/projects.ts'
import { readLooseFiles } from '../../src/storage/recover.ts'
import { ProjectGone, saveProject } from '../../src/storage/save.ts'

const files = [
  { path: 'notes/cells.md', text: '# Cells' },
  { path: 'dna.md', text: '# DNA' }
]
const nothing = { put: [], remove: [], record: {} }
const file = (path: string, text: string, base = 0, strand = 'ours') => ({
  path,
  text,
  base,
  strand
})
let database: Database

beforeEach(() => {
  database = new Database(`test-${crypto.randomUUID()}`)
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
})

function create(id = 'one', name = 'Biology') {
  return createProject(database, { id, name, settings: defaultSettings, files }, 1000)
}

/** Opens the same database anew, as the next visit does. */
async function reload(): Promise<void> {
  await database.close()
  database = new Database(database.name)
}

describe('a project', () => {
  test('comes back after a reload as it was made', async () => {
    await create()
    await reload()
    const { project, files: read, damaged } = await readProject(database, 'one')
    expect(project).toMatchObject({ name: 'Biology', revision: 1, settings: defaultSettings })
    expect(read).toMatchObject(files)
    expect(damaged).toEqual([])
  })

  test('keeps what a save changed, and only that', async () => {
    await create()
    const change = {
      put: [file('rna.md', '# RNA')],
      remove: [{ path: 'dna.md', base: 1 }],
      record: { name: 'Life' },
      paths: { before: ['notes/cells.md', 'dna.md'], after: ['rna.md', 'notes/cells.md'] }
    }
    expect(await saveProject(database, 'one', 1, change, 2000)).toMatchObject({ revision: 2 })
    await reload()
    const { project, files: read } = await readProject(database, 'one')
    expect(project).toMatchObject({ name: 'Life', revision: 2, changedAt: 2000, createdAt: 1000 })
    expect(read).toMatchObject([{ path: 'rna.md', text: '# RNA' }, files[0]!])
  })

  test('is listed, newest change first', async () => {
    await create('one', 'Biology')
    await create('two', 'Chemistry')
    await saveProject(database, 'one', 1, nothing, 3000)
    const { projects } = await listProjects(database)
    expect(projects.map(({ name }) => name)).toEqual(['Biology', 'Chemistry'])
  })

  test('does not take files of a project whose id begins alike', async () => {
    await create('one')
    await create('one more')
    const put = [file('dna.md', 'of the other', 1)]
    await saveProject(database, 'one more', 1, { ...nothing, put }, 2000)
    expect((await readProject(database, 'one')).files).toMatchObject(files)
  })
})

describe('two tabs', () => {
  const put = (text: string, strand: string) => ({
    ...nothing,
    put: [file('dna.md', text, 1, strand)]
  })

  test('never overwrite each other: the text that gives way is kept as a conflict', async () => {
    await create()
    const other = new Database(database.name)
    await saveProject(other, 'one', 1, put('theirs', 'theirs'), 2000)
    const saved = await saveProject(database, 'one', 1, put('ours', 'ours'), 3000)
    expect(saved).toEqual({ revision: 3, behind: true, conflicts: ['dna.md'], kept: [] })
    const { files: read, conflicts } = await readProject(database, 'one')
    expect(read[1]?.text).toBe('ours')
    expect(conflicts).toEqual([
      { projectId: 'one', path: 'dna.md', strand: 'theirs', text: 'theirs', at: 3000 }
    ])
    await other.close()
  })

  test('that save at the same moment lose neither text', async () => {
    await create()
    const other = new Database(database.name)
    await Promise.all([
      saveProject(database, 'one', 1, put('ours', 'ours'), 2000),
      saveProject(other, 'one', 1, put('theirs', 'theirs'), 2000)
    ])
    const { project, files: read, conflicts } = await readProject(database, 'one')
    expect(project.revision).toBe(3)
    expect([read[1]?.text, ...conflicts.map(({ text }) => text)].sort()).toEqual(['ours', 'theirs'])
    await other.close()
  })

  test('that wrote the same need nobody to choose', async () => {
    await create()
    await saveProject(database, 'one', 1, put('same', 'theirs'), 2000)
    await saveProject(database, 'one', 1, put('same', 'ours'), 3000)
    expect((await readProject(database, 'one')).conflicts).toEqual([])
  })

  test('do not remove a file that the other has changed, and the others', async () => {
    await create()
    await saveProject(database, 'one', 1, put('theirs', 'theirs'), 2000)
    const remove = files.map(({ path }) => ({ path, base: 1 }))
    const paths = { before: files.map(({ path }) => path), after: [] }
    const change = { put: [], remove, record: {}, paths }
    expect((await saveProject(database, 'one', 1, change, 3000)).kept).toEqual(['dna.md'])
    const { project, files: read } = await readProject(database, 'one')
    expect([project.paths, read.map(({ text }) => text)]).toEqual([['dna.md'], ['theirs']])
  })

  test('need nobody to choose between two saves of one editing', async () => {
    await create()
    await saveProject(database, 'one', 1, put('first', 'ours'), 2000)
    await saveProject(database, 'one', 1, put('second', 'ours'), 3000)
    const { files: read, conflicts } = await readProject(database, 'one')
    expect([read[1]?.text, conflicts]).toEqual(['second', []])
  })

  test('know of a deletion: a save onto it is refused', async () => {
    await create()
    await markDeleted(database, 'one', 2000)
    await expect(saveProject(database, 'one', 1, nothing, 3000)).rejects.toThrow(ProjectGone)
  })

  test('read of each other only what is new', async () => {
    await create()
    await saveProject(database, 'one', 1, put('theirs', 'theirs'), 2000)
    const changes = await readChanges(database, 'one', 1)
    expect(changes.files).toMatchObject([{ path: 'dna.md', text: 'theirs', revision: 2 }])
    expect((await readChanges(database, 'one', 2)).files).toEqual([])
  })
})

describe('damage', () => {
  /** Writes past all types, as another version or a fault of the disk would. */
  async function spoil(store: string, value: object): Promise<void> {
    const raw = await openDB(database.name)
    await raw.put(store, value)
    raw.close()
  }

  test('of a file is reported with its path, and its record stays', async () => {
    await create()
    await spoil('files', { projectId: 'one', path: 'dna.md', text: 42 })
    await spoil('files', { projectId: 'one', path: 'in no list.md' })
    const { files: read, damaged } = await readProject(database, 'one')
    expect(read).toMatchObject([files[0]!])
    expect(damaged).toEqual(['dna.md', 'in no list.md'])
    const raw = await openDB(database.name)
    expect(await raw.get('files', ['one', 'dna.md'])).toMatchObject({ text: 42 })
    raw.close()
  })

  test('of a file is kept as it is written when a new file takes its place', async () => {
    await create()
    await spoil('files', { projectId: 'one', path: 'dna.md', text: ['half', 'a text'] })
    await saveProject(database, 'one', 1, { ...nothing, put: [file('dna.md', 'new')] }, 2000)
    const { files: read, conflicts } = await readProject(database, 'one')
    expect(read[1]?.text).toBe('new')
    expect(conflicts).toMatchObject([{ path: 'dna.md', strand: 'damaged' }])
    expect(conflicts[0]?.text).toContain('half')
  })

  test('of a project is reported with its id, and its files can be recovered', async () => {
    await create()
    await spoil('projects', { id: 'one', name: 7 })
    expect(await listProjects(database)).toEqual({ projects: [], damaged: ['one'] })
    await expect(readProject(database, 'one')).rejects.toThrow(UnreadableProject)
    expect((await readLooseFiles(database, 'one')).map(({ path }) => path).sort()).toEqual([
      'dna.md',
      'notes/cells.md'
    ])
  })

  test('a file that is gone is reported; one that nobody lists is kept', async () => {
    await create()
    const raw = await openDB(database.name)
    await raw.delete('files', ['one', 'dna.md'])
    raw.close()
    await spoil('files', { projectId: 'one', path: 'stray.md', text: 'stray' })
    const { files: read, damaged } = await readProject(database, 'one')
    expect(read.map(({ path }) => path)).toEqual(['notes/cells.md', 'stray.md'])
    expect(damaged).toEqual(['dna.md'])
  })
})

describe('the bin', () => {
  test('keeps a project for 30 days, then ends it with its files', async () => {
    await create()
    await markDeleted(database, 'one', 5000)
    await emptyBin(database, 5000 + binKeeps - 1)
    expect((await listProjects(database)).projects[0]?.deletedAt).toBe(5000)
    await emptyBin(database, 5000 + binKeeps)
    expect((await listProjects(database)).projects).toEqual([])
    expect(await readLooseFiles(database, 'one')).toEqual([])
  })

  test('gives a project back with all its files', async () => {
    await create()
    await markDeleted(database, 'one', 5000)
    await markDeleted(database, 'one', null)
    const { project, files: read } = await readProject(database, 'one')
    expect(project.deletedAt).toBeNull()
    expect(read).toMatchObject(files)
  })
})

test('an upgrade by a newer page closes this connection and says what to do', async () => {
  const notices: string[] = []
  const old = new Database(database.name, (sentence) => notices.push(sentence))
  await old.open()
  const newer = await openDB(database.name, 99)
  expect(notices).toEqual([expect.stringContaining('Reload this tab')])
  newer.close()
})

test('a small memory lasts until the next visit', async () => {
  await remember(database, 'project', 'one')
  await reload()
  expect(await recall(database, 'project')).toBe('one')
  expect(await recall(database, 'file:one')).toBeUndefined()
})
