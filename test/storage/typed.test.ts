import { deleteDB, openDB } from 'idb'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withEdits } from '../../src/laegna.ts'
import { endProject, markDeleted } from '../../src/storage/bin.ts'
import { Database } from '../../src/storage/database.ts'
import { listSnapshots, readSnapshot, takeSnapshot } from '../../src/storage/history.ts'
import { readChanges, readProject } from '../../src/storage/projects.ts'
import { readRaw } from '../../src/storage/raw-records.ts'
import { readLooseFiles } from '../../src/storage/recover.ts'
import { saveProject, type FileToStore } from '../../src/storage/save.ts'
import { make, textsOf, write } from './stand.ts'

const path = 'long.md'
const long = 'A line of a long text.\n'.repeat(5000)
let database: Database

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`)
  await make(database, 'one', { [path]: long, 'short.md': 'short' })
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
})

/** One tab: what it has in sight, and how it got there from what it knows to be stored. */
class Tab {
  text = long
  revision = 1
  readonly #strand = crypto.randomUUID()
  #base = 1
  #rounds: FileToStore['typed'] & object = { rounds: [], length: 0 }

  type(at: number, removed: number, insert: string): void {
    const start = at % (this.text.length + 1)
    const end = Math.min(start + removed, this.text.length)
    const edits = [{ start, end, insert }]
    this.#rounds.rounds.push(edits)
    this.text = withEdits(this.text, edits)
  }

  async save(): Promise<{ asked: boolean; conflicts: string[] }> {
    let asked = false
    const { text } = this
    const put: FileToStore = {
      path,
      get text() {
        asked = true
        return text
      },
      base: this.#base,
      strand: this.#strand,
      typed: { ...this.#rounds, length: text.length }
    }
    const saved = await saveProject(
      database,
      'one',
      this.revision,
      { put: [put], remove: [], record: {} },
      2000
    )
    this.#rounds = { rounds: [], length: 0 }
    this.#base = saved.revision
    if (!saved.behind) this.revision = saved.revision
    return { asked, conflicts: saved.conflicts }
  }

  /** Takes what others stored; says whether there was a text among it. */
  async read(): Promise<boolean> {
    const { project, files } = await readChanges(database, 'one', this.revision)
    this.revision = project.revision
    const file = files.find((file) => file.path === path)
    if (!file || file.revision <= this.#base) return false
    this.text = file.text
    this.#base = file.revision
    this.#rounds = { rounds: [], length: 0 }
    return true
  }
}

/** Types at the beginning of a text, from the text of a revision: its newest where none is given. */
async function typeInto(id: string, path: string, insert: string, from?: number): Promise<void> {
  const { project, files } = await readProject(database, id)
  const file = files.find((file) => file.path === path)
  if (!file) throw new Error(`No ${path}`)
  const text = insert + file.text
  const typed = { rounds: [[{ start: 0, end: 0, insert }]], length: text.length }
  const put = [{ path, text, base: from ?? file.revision, strand: 'ours', typed }]
  await saveProject(database, id, project.revision, { put, remove: [], record: {} }, 2000)
}

test('what is typed into a long text is stored without the text, and comes back with it', async () => {
  const tab = new Tab()
  for (const [at, word] of ['one', 'two', 'three'].entries()) {
    tab.type(at * 7, at, word)
    expect(await tab.save()).toEqual({ asked: false, conflicts: [] })
  }
  const raw = await openDB(database.name)
  expect(await raw.get('files', ['one', path])).toMatchObject({ text: long, revision: 1 })
  raw.close()
  expect(await textsOf(database, 'one')).toEqual({ [path]: tab.text, 'short.md': 'short' })
  const { files } = await readProject(database, 'one')
  expect(files[0]?.revision).toBe(4)
  expect(await readLooseFiles(database, 'one')).toContainEqual({ path, text: tab.text })
})

test('a text that is put whole takes the place of what was typed before', async () => {
  const tab = new Tab()
  tab.type(3, 0, 'typed')
  await tab.save()
  await write(database, 'one', { [path]: 'whole' })
  expect(await textsOf(database, 'one')).toMatchObject({ [path]: 'whole' })
  const raw = await openDB(database.name)
  expect(await raw.count('typed')).toBe(0)
  raw.close()
})

test('what was typed goes with its file, and with its project', async () => {
  const raw = await openDB(database.name)
  const tab = new Tab()
  tab.type(3, 0, 'typed')
  await tab.save()
  const remove = [{ path, base: tab.revision }]
  await saveProject(database, 'one', tab.revision, { put: [], remove, record: {} }, 3000)
  expect(await raw.count('typed')).toBe(0)
  await write(database, 'one', { [path]: long })
  const { project } = await readProject(database, 'one')
  const typed = { rounds: [[{ start: 0, end: 0, insert: 'x' }]], length: long.length + 1 }
  const put = [{ path, text: `x${long}`, base: project.revision, strand: 'ours', typed }]
  await saveProject(database, 'one', project.revision, { put, remove: [], record: {} }, 4000)
  expect(await raw.count('typed')).toBe(1)
  await markDeleted(database, 'one', 5000)
  await endProject(database, 'one')
  expect(await raw.count('typed')).toBe(0)
  raw.close()
})

test('earlier versions hold what was typed', async () => {
  const tab = new Tab()
  const texts: string[] = []
  for (const word of ['one', 'two']) {
    tab.type(5, 1, word)
    await tab.save()
    await takeSnapshot(database, 'one', 'work', 3000)
    texts.push(tab.text)
  }
  const snapshots = await listSnapshots(database, 'one')
  const kept = await Promise.all(snapshots.map((snapshot) => readSnapshot(database, snapshot)))
  expect(kept.map((files) => files.find((file) => file.path === path)?.text)).toEqual(
    texts.reverse()
  )
})

test('typing that does not fit what is stored is told, and nothing of it is lost', async () => {
  const tab = new Tab()
  tab.type(3, 0, 'typed words')
  await tab.save()
  const raw = await openDB(database.name)
  await raw.put('files', { projectId: 'one', path, text: 'another', revision: 1, strand: '' })
  raw.close()
  const { files, damaged } = await readProject(database, 'one')
  expect(files.map((file) => file.path)).toEqual(['short.md'])
  expect(damaged).toEqual([path])
  expect(await readRaw(database, 'one')).toContain('typed words')
  await write(database, 'one', { [path]: 'new' })
  const { conflicts } = await readProject(database, 'one')
  expect(conflicts[0]?.text).toContain('typed words')
})

test('what was typed is read only where it is new, and only of its own project', async () => {
  const other = { 'a.md': long, 'b.md': `${long}b` }
  await make(database, 'on', other)
  await make(database, 'only', { ...other, [path]: long })
  for (const [id, file] of [
    ['on', 'a.md'],
    ['on', 'b.md'],
    ['only', path]
  ] as const) {
    await typeInto(id, file, `of ${id}`)
  }
  const tab = new Tab()
  tab.type(3, 0, 'typed')
  await tab.save()
  const newer = async (since: number) =>
    (await readChanges(database, 'on', since)).files.map((file) => file.path).toSorted()
  expect([await newer(1), await newer(2), await newer(3)]).toEqual([['a.md', 'b.md'], ['b.md'], []])
  expect(await textsOf(database, 'on')).toEqual({ 'a.md': `of on${long}`, 'b.md': `of on${long}b` })
  expect(await textsOf(database, 'only')).toEqual({ ...other, [path]: `of only${long}` })
  expect(await textsOf(database, 'one')).toEqual({ [path]: tab.text, 'short.md': 'short' })
})

test('what is typed into a short text, or from another text than the stored, is written whole', async () => {
  const raw = await openDB(database.name)
  await make(database, 'two', { 'a.md': 'short', 'b.md': long })
  await typeInto('two', 'a.md', 'x')
  expect(await raw.count('typed')).toBe(0)
  expect(await raw.get('files', ['two', 'a.md'])).toMatchObject({ text: 'xshort', revision: 2 })
  // Revision 2 is of the short text.
  await typeInto('two', 'b.md', 'x', 2)
  expect(await raw.count('typed')).toBe(0)
  await typeInto('two', 'b.md', 'y')
  expect(await raw.count('typed')).toBe(1)
  // Its last typing is of revision 4.
  await typeInto('two', 'b.md', 'z', 3)
  expect(await raw.count('typed')).toBe(0)
  expect(await textsOf(database, 'two')).toEqual({ 'a.md': 'xshort', 'b.md': `zyx${long}` })
  raw.close()
})

test.each([
  { what: 'is of no shape', broken: { rounds: 'all' } },
  { what: 'is of another revision', broken: { base: 7 } },
  { what: 'ends with another length', broken: { length: 1 } }
])('typing that $what is told with its file', async ({ broken }) => {
  await typeInto('one', path, 'typed words')
  const raw = await openDB(database.name)
  const [record] = (await raw.getAll('typed')) as object[]
  await raw.put('typed', { ...record, ...broken })
  raw.close()
  expect((await readProject(database, 'one')).damaged).toEqual([path])
})

test('after a thousand saves a text is written whole again', async () => {
  const raw = await openDB(database.name)
  const tab = new Tab()
  tab.type(0, 0, 'x')
  await tab.save()
  const first = (await raw.getAll('typed'))[0] as object
  const { store, done } = raw.transaction('typed', 'readwrite')
  for (let base = 2; base < 1000; base++) {
    tab.type(0, 0, 'x')
    void store.put({ ...first, base, revision: base + 1, length: tab.text.length })
  }
  await done
  await raw.put('projects', { ...(await raw.get('projects', 'one')), revision: 1000 })
  const asked = []
  for (let save = 0; save < 3; save++) {
    await tab.read()
    tab.type(7, 0, 'y')
    asked.push((await tab.save()).asked)
  }
  expect(asked).toEqual([false, true, false])
  expect(await raw.count('typed')).toBe(1)
  expect(await textsOf(database, 'one')).toMatchObject({ [path]: tab.text })
  raw.close()
})

const doing = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('type'), fc.nat(200_000), fc.nat(9)) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('save'), fc.nat(1), fc.nat(0)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('read'), fc.nat(1), fc.nat(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('snapshot'), fc.nat(1), fc.nat(0)) }
)

test('two tabs that type and save as it comes: each text is stored, or kept beside the other', async () => {
  const doings = fc.array(fc.tuple(fc.nat(1), doing), { minLength: 5, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(doings, async (doings) => {
      await database.close()
      database = new Database(`test-${crypto.randomUUID()}`)
      await make(database, 'one', { [path]: long, 'short.md': 'short' })
      const tabs = [new Tab(), new Tab()]
      const waiting = new Set<Tab>()
      let words = 0
      for (const [who, [what, at, removed]] of doings) {
        const tab = tabs[who]!
        if (what === 'type') {
          tab.type(at, removed, `word ${String((words += 1))} 🧬`)
          waiting.add(tab)
        } else if (what === 'save' && waiting.delete(tab)) {
          const other = (await textsOf(database, 'one'))[path]
          const { conflicts } = await tab.save()
          expect((await textsOf(database, 'one'))[path] === tab.text).toBe(true)
          if (conflicts.length > 0) {
            const kept = (await readProject(database, 'one')).conflicts
            expect(kept.some(({ text }) => text === other)).toBe(true)
          }
        } else if (what === 'read' && !waiting.has(tab)) {
          await tab.read()
          expect((await textsOf(database, 'one'))[path] === tab.text).toBe(true)
        } else if (what === 'snapshot') {
          await takeSnapshot(database, 'one', 'work', 3000)
          const [last] = await listSnapshots(database, 'one')
          const files = last ? await readSnapshot(database, last) : []
          const stored = (await textsOf(database, 'one'))[path]
          expect(files.find((file) => file.path === path)?.text === stored).toBe(true)
        }
      }
      await database.close()
      await deleteDB(database.name)
    }),
    { numRuns: 25 }
  )
})
