import { deleteDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../src/laegna.ts'
import { Project } from '../../src/state/project.svelte.ts'
import { Saver } from '../../src/state/saver.svelte.ts'
import { Database } from '../../src/storage/database.ts'
import { listProjects, readProject } from '../../src/storage/projects.ts'
import { saveProject } from '../../src/storage/save.ts'

let database: Database
let project: Project
let saver: Saver
const copied = vi.fn()

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  copied.mockReset()
  database = new Database(`test-${crypto.randomUUID()}`)
  project = new Project()
  saver = new Saver(database, project, { saved: () => undefined, copied })
  const record = {
    id: 'one',
    name: 'Biology',
    revision: 0,
    settings: defaultSettings,
    paths: ['cells.md'],
    sample: false,
    createdAt: 0,
    changedAt: 0,
    deletedAt: null
  }
  project.load({
    project: record,
    files: [{ path: 'cells.md', text: 'one' }],
    media: [],
    damaged: []
  })
  await saver.storeNew()
})

afterEach(async () => {
  vi.useRealTimers()
  await database.close()
  await deleteDB(database.name)
})

async function stored(id = 'one'): Promise<Record<string, string>> {
  const { files } = await readProject(database, id)
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

describe('what is typed', () => {
  test('is stored 300 ms after the last key, not before', async () => {
    project.write('cells.md', 'two')
    expect(saver.status.kind).toBe('saving')
    await vi.advanceTimersByTimeAsync(299)
    expect(await stored()).toEqual({ 'cells.md': 'one' })
    await vi.advanceTimersByTimeAsync(1)
    await vi.waitFor(() => expect(saver.status.kind).toBe('saved'))
    expect(await stored()).toEqual({ 'cells.md': 'two' })
  })

  test('is stored at least each second, even if nobody pauses', async () => {
    for (let key = 0; key < 11; key += 1) {
      project.write('cells.md', `key ${key}`)
      await vi.advanceTimersByTimeAsync(100)
    }
    // Without the fake clock its timers are gone: only a save that has begun by itself can arrive.
    vi.useRealTimers()
    await expect.poll(async () => (await stored())['cells.md']).toMatch(/^key (9|10)$/)
  })

  test('is stored at once when the page goes away', async () => {
    project.write('cells.md', 'two')
    await saver.flush()
    expect(await stored()).toEqual({ 'cells.md': 'two' })
    expect(saver.status.kind).toBe('saved')
  })
})

test('files that come, go and get other names are stored so', async () => {
  project.put([{ path: 'dna.md', text: 'DNA' }])
  project.move('cells.md', 'notes/cells.md')
  await saver.flush()
  expect(await stored()).toEqual({ 'notes/cells.md': 'one', 'dna.md': 'DNA' })
  const { file, at } = project.remove('notes/cells.md')
  await saver.flush()
  expect(await stored()).toEqual({ 'dna.md': 'DNA' })
  project.put([file], at)
  await saver.flush()
  expect((await readProject(database, 'one')).project.paths).toEqual(['notes/cells.md', 'dna.md'])
})

test('when another tab saved first, both versions are kept', async () => {
  const theirs = { put: [{ path: 'cells.md', text: 'theirs' }], remove: [], record: {} }
  await saveProject(database, 'one', project.revision, theirs, Date.now())
  project.write('cells.md', 'ours')
  await saver.flush()
  expect(await stored('one')).toEqual({ 'cells.md': 'theirs' })
  expect(project.id).not.toBe('one')
  expect(await stored(project.id)).toEqual({ 'cells.md': 'ours' })
  expect(copied).toHaveBeenCalledExactlyOnceWith('Biology (kept copy)', 'one')
  project.write('cells.md', 'ours, later')
  await saver.flush()
  expect(await stored(project.id)).toEqual({ 'cells.md': 'ours, later' })
  expect((await listProjects(database)).projects).toHaveLength(2)
})

test('a save that fails says why, keeps the edit, and succeeds later', async () => {
  const open = vi.spyOn(database, 'open')
  open.mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  project.write('cells.md', 'two')
  await saver.flush()
  expect(saver.status).toEqual({
    kind: 'failed',
    why: expect.stringContaining('no room') as string
  })
  open.mockRestore()
  await vi.advanceTimersByTimeAsync(5000)
  await vi.waitFor(() => expect(saver.status.kind).toBe('saved'))
  expect(await stored()).toEqual({ 'cells.md': 'two' })
})
