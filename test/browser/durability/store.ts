import type { Page } from 'playwright/test'

/** What stands in the browser's database, as it stands there. */
export interface Stored {
  /** Ids of the projects. */
  projects: string[]
  /** Every text that is kept: of files, and of versions that wait to be settled. */
  texts: { path: string; text: string }[]
  /** Files that a project names, but that have no record. */
  missing: string[]
}

/** Reads the database of the page's origin, without the page's own code. */
export function readStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('The database did not answer.'))
      })
    type ProjectRecord = { id: string; paths: string[] }
    type FileRecord = { projectId: string; path: string; text: string }
    type Edit = { start: number; end: number; insert: string }
    type TypedRecord = { projectId: string; path: string; rounds: Edit[][] }
    const database = await settled(indexedDB.open('laegna'))
    const transaction = database.transaction(['projects', 'files', 'typed', 'rivals'])
    const all = <Kind>(store: string) =>
      settled(transaction.objectStore(store).getAll() as IDBRequest<Kind[]>)
    const [projects, files, typed, conflicts] = await Promise.all([
      all<ProjectRecord>('projects'),
      all<FileRecord>('files'),
      all<TypedRecord>('typed'),
      all<FileRecord>('rivals')
    ])
    database.close()
    for (const file of files) {
      const { projectId, path } = file
      const rounds = typed
        .filter((one) => one.projectId === projectId && one.path === path)
        .flatMap((one) => one.rounds)
      for (const edits of rounds) {
        for (const { start, end, insert } of edits.toSorted((a, b) => b.start - a.start)) {
          file.text = file.text.slice(0, start) + insert + file.text.slice(end)
        }
      }
    }
    const known = new Set(files.map(({ projectId, path }) => `${projectId} ${path}`))
    return {
      projects: projects.map(({ id }) => id),
      texts: [...files, ...conflicts].map(({ path, text }) => ({ path, text })),
      missing: projects.flatMap(({ id, paths }) =>
        paths.filter((path) => !known.has(`${id} ${path}`))
      )
    }
  })
}

const pause = 100

/**
 * How long a page and the disk take to store anything: each page writes a small record ten times a
 * second, into a database of its own, and tells how long after its time the record was stored.
 */
export class Pulse {
  #last = Date.now()
  #slowest = 0

  /** Milliseconds of the slowest write, be it done or not. */
  get slowest(): number {
    return Math.max(this.#slowest, Date.now() - this.#last - pause)
  }

  /** Has a page write from now on. */
  static async of(page: Page): Promise<Pulse> {
    const pulse = new Pulse()
    await page.exposeFunction('tellPulse', (milliseconds: number) => {
      pulse.#slowest = Math.max(pulse.#slowest, milliseconds)
      pulse.#last = Date.now()
    })
    await page.evaluate(async (pause) => {
      const { tellPulse } = window as unknown as { tellPulse: (ms: number) => Promise<void> }
      const opening = indexedDB.open('pulse')
      opening.onupgradeneeded = () => opening.result.createObjectStore('pulse')
      await new Promise((resolve) => (opening.onsuccess = resolve))
      const write = async (due: number) => {
        const transaction = opening.result.transaction('pulse', 'readwrite', {
          durability: 'strict'
        })
        transaction.objectStore('pulse').put('x'.repeat(10_000), 'x')
        await new Promise((resolve) => (transaction.oncomplete = resolve))
        void tellPulse(Date.now() - due)
        const next = Date.now() + pause
        setTimeout(() => void write(next), pause)
      }
      void write(Date.now())
    }, pause)
    return pulse
  }
}
