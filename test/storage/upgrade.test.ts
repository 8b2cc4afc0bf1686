import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Database } from '../../src/storage/database.ts'
import { saveMedia } from '../../src/storage/media.ts'
import { recall } from '../../src/storage/memory.ts'
import { listProjects, readProject } from '../../src/storage/projects.ts'
import { saveProject } from '../../src/storage/save.ts'
import { version1, version2, write } from './fixtures.ts'

const id = '0f0e0d0c0b0a09080706050403020100'
const notices: string[] = []
let database: Database

beforeEach(() => {
  notices.length = 0
  database = new Database(`test-${crypto.randomUUID()}`, (sentence) => notices.push(sentence))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await database.close()
  await deleteDB(database.name)
  for (const version of [1, 2]) await deleteDB(`${database.name} version ${version}`)
})

const names = async () => (await indexedDB.databases()).map(({ name }) => name)

describe('a database of version 1', () => {
  beforeEach(() => write(database.name, version1))

  test('opens with every project, text, setting and memory', async () => {
    const { projects, damaged } = await listProjects(database)
    expect(projects.map(({ name }) => name).sort()).toEqual(['A year of biology', 'In the bin'])
    expect(damaged).toEqual([])
    const { project, files, media } = await readProject(database, id)
    const stored = version1.records.map(({ value }) => value)
    const { noteSyntax, lineBreaks, sourceLink, ...settings } = project.settings
    expect(stored).toContainEqual({ ...project, settings })
    expect(noteSyntax).toBe(true)
    expect(lineBreaks).toBe(false)
    expect(sourceLink).toBe('')
    for (const { path, text } of files) {
      expect(stored).toContainEqual({ projectId: id, path, text })
    }
    expect(files.map(({ path }) => path)).toEqual(['notes/cells.md', 'dna.md'])
    expect(media).toEqual([])
    expect(notices).toEqual([])
    expect(await recall(database, `file:${id}`)).toBe('dna.md')
  })

  test('can be worked on', async () => {
    const put = [{ path: 'dna.md', text: 'new', base: 0, strand: '' }]
    const { revision } = await saveProject(database, id, 4711, { put, remove: [], record: {} }, 1)
    const medium = { path: 'a.png', blobId: 'b', size: 1, type: '', blob: new Blob(['x']) }
    const change = { put: [medium], remove: [], before: new Map<string, string>() }
    await saveMedia(database, id, revision, change, 2)
    const { files, media, conflicts } = await readProject(database, id)
    expect(files[1]?.text).toBe('new')
    expect(conflicts).toEqual([])
    expect(media).toMatchObject([{ path: 'a.png' }])
  })

  test('is copied first, record by record, and the copy is not made again', async () => {
    await database.open()
    const copy = await openDB(`${database.name} version 1`)
    for (const { store, value, key } of version1.records) {
      const target = copy.transaction(store).store
      expect(await (key === undefined ? target.getAll() : [await target.get(key)])).toContainEqual(
        value
      )
    }
    expect(await copy.count('files')).toBe(3)
    copy.close()
    await database.close()
    await new Database(database.name).open()
    expect((await names()).filter((name) => name?.startsWith(database.name))).toHaveLength(2)
  })

  test('is upgraded without room for a copy, which is said', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await database.open()
    put.mockRestore()
    expect(notices).toEqual([expect.stringContaining('no room to keep a copy')])
    expect((await readProject(database, id)).files).toHaveLength(2)
  })

  test('that an old tab holds open says which to close, and goes on once it is', async () => {
    const old = await openDB(database.name, 1)
    const opening = database.open()
    await vi.waitFor(() =>
      expect(notices).toEqual([expect.stringContaining('Another tab still uses an older version')])
    )
    old.close()
    await opening
    expect((await listProjects(database)).projects).toHaveLength(2)
  })
})

describe('a database of version 2', () => {
  beforeEach(() => write(database.name, version2))

  test('opens with every text, is copied first, and takes what is typed into a long one', async () => {
    const { files, damaged } = await readProject(database, id)
    const stored = version2.records.map(({ value }) => value)
    expect(damaged).toEqual([])
    for (const file of files) {
      expect(stored).toContainEqual(expect.objectContaining({ path: file.path, text: file.text }))
    }
    expect(await names()).toContain(`${database.name} version 2`)
    const { path = '', text = '', revision: base = 0 } = files[0] ?? {}
    const typed = {
      rounds: [[{ start: 2, end: 3, insert: 'typed' }]],
      length: text.length + 4
    }
    const after = `# typed${text.slice(3)}`
    const put = [{ path, text: 'not asked for', base, strand: 'ours', typed }]
    await saveProject(database, id, 4712, { put, remove: [], record: {} }, 1)
    expect((await readProject(database, id)).files[0]?.text === after).toBe(true)
  })
})

test('a first visit makes no copy', async () => {
  await database.open()
  expect(await names()).not.toContain(`${database.name} version 1`)
})
