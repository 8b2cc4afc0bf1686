import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../src/laegna.ts'
import { binKeeps, emptyBin, markDeleted } from '../../src/storage/bin.ts'
import { Database } from '../../src/storage/database.ts'
import { readLedger, saveLedger } from '../../src/storage/ledgers.ts'
import { readBlob, saveMedia, type MediaChange } from '../../src/storage/media.ts'
import { createProject, readProject } from '../../src/storage/projects.ts'
import { ProjectGone } from '../../src/storage/save.ts'

let database: Database

beforeEach(async () => {
  database = new Database(`test-${crypto.randomUUID()}`)
  const files = [{ path: 'cells.md', text: '# Cells' }]
  await createProject(
    database,
    { id: 'one', name: 'Biology', settings: defaultSettings, files },
    1000
  )
})

afterEach(async () => {
  await database.close()
  await deleteDB(database.name)
})

const picture = (path: string, content: string, blobId = `blob of ${path}`) => ({
  path,
  blobId,
  size: content.length,
  type: 'image/png',
  blob: new Blob([content], { type: 'image/png' })
})

const bytes = async (blobId: string) => (await readBlob(database, blobId))?.text()

/** Saves as a tab does that has seen all before. */
async function save(change: Partial<MediaChange>) {
  const { project, media } = await readProject(database, 'one')
  const before = new Map(media.map(({ path, blobId }) => [path, blobId]))
  const whole = { put: [], remove: [], before, ...change }
  return saveMedia(database, 'one', project.revision, whole, 2000)
}

async function paths(): Promise<string[]> {
  return (await readProject(database, 'one')).media.map(({ path }) => path)
}

describe('a medium', () => {
  test('comes back with its bytes, which nothing reads before', async () => {
    await save({ put: [picture('a.png', 'A')] })
    const { project, media } = await readProject(database, 'one')
    expect(project).toMatchObject({ revision: 2, changedAt: 2000 })
    expect(media).toEqual([
      {
        projectId: 'one',
        path: 'a.png',
        blobId: 'blob of a.png',
        size: 1,
        type: 'image/png',
        revision: 2
      }
    ])
    expect(await bytes('blob of a.png')).toBe('A')
  })

  test('keeps its bytes under another name, also where the old name is taken at once', async () => {
    await save({ put: [picture('a.png', 'A')] })
    const { blob: _blob, ...renamed } = picture('b.png', 'A', 'blob of a.png')
    const other = picture('a.png', 'other', 'other')
    await save({ put: [renamed, other] })
    expect(await paths()).toEqual(['a.png', 'b.png'])
    expect(await bytes('blob of a.png')).toBe('A')
    await save({ remove: ['b.png'] })
    expect(await bytes('blob of a.png')).toBeUndefined()
    expect(await bytes('other')).toBe('other')
  })

  test('is not stored over, or removed from, what another tab did', async () => {
    await save({ put: [picture('a.png', 'A')] })
    const late = { put: [picture('a.png', 'ours', 'ours'), picture('b.png', 'B')] }
    expect(await save({ ...late, before: new Map() })).toEqual({
      revision: 3,
      behind: false,
      clashes: ['a.png']
    })
    expect(await save({ remove: ['a.png'], before: new Map() })).toMatchObject({
      clashes: ['a.png']
    })
    expect(await paths()).toEqual(['a.png', 'b.png'])
    expect(await bytes('blob of a.png')).toBe('A')
  })

  test('is not stored in a project of the bin', async () => {
    await markDeleted(database, 'one', 2000)
    await expect(save({ put: [picture('a.png', 'A')] })).rejects.toThrow(ProjectGone)
  })

  test('whose record is damaged is reported with its path, and the rest goes on', async () => {
    await save({ put: [picture('a.png', 'A')] })
    const raw = await openDB(database.name)
    await raw.put('media', { projectId: 'one', path: 'bad.png', size: 'many' })
    raw.close()
    const { media, damaged } = await readProject(database, 'one')
    expect(media.map(({ path }) => path)).toEqual(['a.png'])
    expect(damaged).toEqual(['bad.png'])
  })

  test('whose bytes the browser cannot read counts as gone', async () => {
    await save({ put: [picture('a.png', 'A'), picture('b.png', 'B')] })
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(new DOMException('Gone.'))
    expect(await bytes('blob of a.png')).toBeUndefined()
    expect(await bytes('blob of b.png')).toBe('B')
    vi.restoreAllMocks()
  })

  test('ends with its project', async () => {
    await save({ put: [picture('a.png', 'A')] })
    await markDeleted(database, 'one', 5000)
    expect(await bytes('blob of a.png')).toBe('A')
    await emptyBin(database, 5000 + binKeeps)
    expect(await bytes('blob of a.png')).toBeUndefined()
  })
})

describe('a ledger', () => {
  const ledger = {
    version: 1 as const,
    forms: ['text' as const],
    entries: [
      {
        guid: 'g',
        fileId: 'cells',
        chapterId: '1',
        chapterTree: ['Cells'],
        question: 'Q',
        answer: 'A',
        hash: 'h',
        mod: 5,
        present: true
      }
    ]
  }

  test('is kept with its project', async () => {
    expect(await readLedger(database, 'one')).toBeUndefined()
    await saveLedger(database, 'one', ledger)
    expect(await readLedger(database, 'one')).toEqual(ledger)
    expect(await readLedger(database, 'two')).toBeUndefined()
  })

  test('that is damaged is told from none, and is put aside, not lost', async () => {
    const raw = await openDB(database.name)
    await raw.put('ledgers', { version: 7, entries: 'all of them' }, 'one')
    await expect(readLedger(database, 'one')).rejects.toThrow('is damaged')
    await saveLedger(database, 'one', ledger)
    expect(await readLedger(database, 'one')).toEqual(ledger)
    expect(await raw.get('ledgers', 'one damaged')).toMatchObject({ entries: 'all of them' })
    raw.close()
  })
})
