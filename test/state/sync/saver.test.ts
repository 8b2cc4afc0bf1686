import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../../src/laegna.ts'
import { History } from '../../../src/state/history/history.svelte.ts'
import { Notices } from '../../../src/state/page/notices.svelte.ts'
import { Project } from '../../../src/state/project/project.svelte.ts'
import { Saver } from '../../../src/state/sync/saver.svelte.ts'
import { Sync } from '../../../src/state/sync/sync.ts'
import { markDeleted } from '../../../src/storage/bin.ts'
import { build } from '../../../src/storage/build.ts'
import { Database } from '../../../src/storage/database.ts'
import { readBlob, saveMedia } from '../../../src/storage/media.ts'
import { listProjects, readProject } from '../../../src/storage/projects.ts'
import { readConflicts } from '../../../src/storage/conflicts.ts'
import { saveProject, type ProjectChange } from '../../../src/storage/save.ts'
import { taken, typeInto } from '../typing.ts'

let database: Database
let project: Project
let saver: Saver
let sync: Sync
const copied = vi.fn()
const saved = vi.fn()

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  copied.mockReset()
  database = new Database(`test-${crypto.randomUUID()}`)
  project = new Project()
  saver = new Saver(database, project, { saved, copied })
  sync = new Sync({
    database,
    project,
    saver,
    deleted: () => Promise.resolve(),
    fileDeleted: () => undefined
  })
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
    files: [{ path: 'cells.md', text: 'one', revision: 0, strand: '' }],
    media: [],
    conflicts: [],
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

test('an earlier version kept while somebody types holds what was stored before, not the words', async () => {
  const notices = new Notices()
  const history = new History({ database, project, saver, notices })
  project.write('cells.md', 'two')
  const keeping = history.keep('open')
  project.write('cells.md', 'three')
  await saver.flush()
  await keeping
  await history.load()
  const texts = await Promise.all(history.snapshots.map((snapshot) => history.texts(snapshot)))
  expect(texts).toEqual([[{ path: 'cells.md', text: 'two' }]])
  expect(await stored()).toEqual({ 'cells.md': 'three' })
})

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

describe('what is typed into a long text', () => {
  const path = 'cells.md'
  const long = 'A line of a long text.\n'.repeat(5000)

  /** How many texts are written whole. */
  function wholeTexts(): () => number {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    return () =>
      put.mock.contexts.filter((store) => store instanceof IDBObjectStore && store.name === 'files')
        .length
  }

  beforeEach(async () => {
    project.put([{ path, text: long }])
    await saver.flush()
  })

  test('is stored alone, also what is typed while that is stored', async () => {
    const written = wholeTexts()
    let before = taken(project, path)
    for (let key = 0; key < 30; key++) {
      before = typeInto(project, path, before, `key ${key} `, key * 100)
      if (key % 3 === 0) void saver.flush()
      if (key % 7 === 0) await saver.flush()
    }
    await saver.flush()
    expect(written()).toBe(0)
    expect(await stored()).toEqual({ [path]: project.text(path) })
  })

  test('is there once after a save of which only a part was stored', async () => {
    let before = taken(project, path)
    const blob = new Blob(['picture'], { type: 'image/png' })
    project.changeMedia([{ path: 'a.png', blobId: 'a', size: 7, type: 'image/png', blob }], [])
    before = typeInto(project, path, before, 'one ')
    const connection = await database.open()
    const full = vi.spyOn(database, 'open').mockResolvedValueOnce(connection)
    full.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'))
    await saver.flush()
    expect(saver.status.kind).toBe('failed')
    expect(await stored()).toEqual({ [path]: `one ${long}` })
    full.mockRestore()
    typeInto(project, path, before, 'two ')
    await saver.flush()
    expect(await stored()).toEqual({ [path]: `two one ${long}` })
  })

  test('goes into a copy once, when another tab has deleted the project', async () => {
    let before = taken(project, path)
    await markDeleted(database, 'one', Date.now())
    before = typeInto(project, path, before, 'one ')
    const saving = saver.flush()
    before = typeInto(project, path, before, 'two ')
    await saving
    typeInto(project, path, before, 'three ')
    await saver.flush()
    expect(await stored(project.id)).toEqual({ [path]: `three two one ${long}` })
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

test('a file that was taken out and put back before that was stored is what it was', async () => {
  const { file, at } = project.remove('cells.md')
  project.put([file], at)
  await saver.flush()
  project.write('cells.md', 'two')
  await saver.flush()
  expect(await stored()).toEqual({ 'cells.md': 'two' })
  expect(await readConflicts(database, 'one')).toEqual([])
})

describe('another tab of the same project', () => {
  /** Stores as another tab does that has read the newest. */
  async function theirs(change: Partial<ProjectChange>): Promise<void> {
    const { project: now } = await readProject(database, 'one')
    const whole = { put: [], remove: [], record: {}, ...change }
    await saveProject(database, 'one', now.revision, whole, Date.now())
  }
  const text = (path: string, text: string, base = 0) => ({ path, text, base, strand: 'theirs' })

  test('changes other files: both edits are stored, and theirs comes into sight', async () => {
    project.put([{ path: 'dna.md', text: 'DNA' }])
    await saver.flush()
    await theirs({ put: [text('dna.md', 'theirs', 2)] })
    project.write('cells.md', 'ours')
    await saver.flush()
    expect(saved).toHaveBeenLastCalledWith(4, true)
    await sync.now()
    expect(await stored()).toEqual({ 'cells.md': 'ours', 'dna.md': 'theirs' })
    expect(project.text('dna.md')).toBe('theirs')
    expect(project.conflicts).toEqual([])
  })

  test('changes the same text: ours stands, theirs is kept beside it, once', async () => {
    await theirs({ put: [text('cells.md', 'theirs', 1)] })
    for (const words of ['ours', 'ours, later']) {
      project.write('cells.md', words)
      await saver.flush()
      await sync.now()
    }
    expect(await stored()).toEqual({ 'cells.md': 'ours, later' })
    expect(project.conflicts).toMatchObject([{ path: 'cells.md', text: 'theirs' }])
    expect(await readConflicts(database, 'one')).toHaveLength(1)
    expect((await listProjects(database)).projects).toHaveLength(1)
  })

  test('is heard while ours waits: a text that is being typed stays as it is', async () => {
    project.write('cells.md', 'ours')
    await theirs({
      put: [text('cells.md', 'theirs', 1), text('dna.md', 'DNA')],
      paths: { before: ['cells.md'], after: ['dna.md', 'cells.md'] },
      record: { name: 'Life' }
    })
    await sync.now()
    expect(project.files.map(({ text }) => text)).toEqual(['DNA', 'ours'])
    expect(project.name).toBe('Life')
    await saver.flush()
    await sync.now()
    expect(await stored()).toEqual({ 'dna.md': 'DNA', 'cells.md': 'ours' })
    expect(project.conflicts).toMatchObject([{ text: 'theirs' }])
  })

  test('removes the file that is being typed in: it stays', async () => {
    const paths = { before: ['cells.md'], after: [] }
    await theirs({ remove: [{ path: 'cells.md', base: 1 }], paths })
    project.write('cells.md', 'ours')
    await sync.now()
    await saver.flush()
    await sync.now()
    expect(project.paths).toEqual(['cells.md'])
    expect(await stored()).toEqual({ 'cells.md': 'ours' })
  })

  test('changes a file that is being removed: it comes back', async () => {
    project.put([{ path: 'dna.md', text: 'DNA' }])
    await saver.flush()
    project.remove('cells.md')
    await theirs({ put: [text('cells.md', 'theirs', 1)] })
    await saver.flush()
    await sync.now()
    expect(await stored()).toEqual({ 'dna.md': 'DNA', 'cells.md': 'theirs' })
    expect(project.files.map(({ text }) => text).sort()).toEqual(['DNA', 'theirs'])
  })

  test('adds and removes files, as ours does: both lists come together', async () => {
    project.put([{ path: 'dna.md', text: 'DNA' }])
    await saver.flush()
    await theirs({
      put: [text('rna.md', 'RNA')],
      remove: [{ path: 'dna.md', base: 2 }],
      paths: { before: ['cells.md', 'dna.md'], after: ['cells.md', 'rna.md'] }
    })
    project.put([{ path: 'atp.md', text: 'ATP' }])
    await saver.flush()
    await sync.now()
    expect(project.paths).toEqual(['cells.md', 'rna.md', 'atp.md'])
    expect(await stored()).toEqual({ 'cells.md': 'one', 'rna.md': 'RNA', 'atp.md': 'ATP' })
  })

  test('moves the project into the bin: what is typed then goes into a copy, with media', async () => {
    const blob = new Blob(['picture'], { type: 'image/png' })
    project.changeMedia([{ path: 'a.png', blobId: 'a', size: 7, type: 'image/png', blob }], [])
    await saver.flush()
    await markDeleted(database, 'one', Date.now())
    project.write('cells.md', 'ours')
    await saver.flush()
    expect(await stored('one')).toEqual({ 'cells.md': 'one' })
    expect(project.id).not.toBe('one')
    expect(await stored(project.id)).toEqual({ 'cells.md': 'ours' })
    expect(copied).toHaveBeenCalledExactlyOnceWith('Biology (kept copy)')
    const [medium] = (await readProject(database, project.id)).media
    expect(await (await readBlob(database, medium?.blobId ?? ''))?.text()).toBe('picture')
  })

  test('puts a picture where ours does: both are kept', async () => {
    const put = (content: string, blobId: string) => ({
      path: 'a.png',
      blobId,
      size: content.length,
      type: 'image/png',
      blob: new Blob([content])
    })
    const change = { put: [put('theirs', 'theirs')], remove: [], before: new Map<string, string>() }
    await saveMedia(database, 'one', 1, change, Date.now())
    project.changeMedia([put('ours', 'ours')], [])
    await saver.flush()
    await saver.flush()
    await sync.now()
    expect(project.mediaPaths).toEqual(['a (2).png', 'a.png'])
    const { media } = await readProject(database, 'one')
    expect(media.map(({ path, blobId }) => [path, blobId])).toEqual([
      ['a (2).png', 'ours'],
      ['a.png', 'theirs']
    ])
  })

  test('is of a newer build: this one writes no more, and says why', async () => {
    const raw = await openDB(database.name)
    await raw.put('memory', String(build + 1), 'build')
    raw.close()
    project.write('cells.md', 'ours')
    await saver.flush()
    expect(saver.status).toMatchObject({ why: expect.stringContaining('newer version') as string })
    expect(saver.outdated).toBe(true)
    expect(await stored()).toEqual({ 'cells.md': 'one' })
  })
})

test('a save that fails says why, keeps the edit, and succeeds later', async () => {
  const open = vi.spyOn(database, 'open')
  open.mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  project.write('cells.md', 'two')
  await saver.flush()
  expect(saver.status).toEqual({
    kind: 'failed',
    why: expect.stringContaining('no room') as string,
    full: true
  })
  open.mockRestore()
  await vi.advanceTimersByTimeAsync(5000)
  await vi.waitFor(() => expect(saver.status.kind).toBe('saved'))
  expect(await stored()).toEqual({ 'cells.md': 'two' })
})
