import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Settings, SourceFile } from '../../laegna.ts'
import { forPage, type Parts } from './compilation-change.ts'
import type { PagePart } from './page-problem.ts'
import { keptReadingName } from '../../storage/kept-reading-name.ts'

interface KeptSchema extends DBSchema {
  /** What each file gave, as the page shows it, by path. */
  parts: { key: string; value: PagePart }
  /** Of what all of them are, in order. */
  project: { key: 'last'; value: KeptProject }
}

interface KeptProject {
  mark: string
  paths: string[]
}

/** All that the reading of a project depends on. */
export interface Readable {
  files: readonly SourceFile[]
  settings: Settings | undefined
  media: readonly string[]
}

/** After so many milliseconds without another reading it is kept. */
const pause = 3000
/** Characters of a project; of a larger one nothing is kept. */
const most = 20_000_000

/**
 * What was read of the project that was open last, in a database of its own, so that opening it again shows
 * it at once. It may be missing or end at any time: then the project is read.
 */
export class KeptReading {
  readonly #pause: number
  #opening: Promise<IDBPDatabase<KeptSchema>> | undefined
  /** What this worker knows to be stored, as long as no other has stored another. */
  #known: { mark: string; parts: Parts } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly #name: string

  constructor(name = keptReadingName, milliseconds = pause) {
    this.#name = name
    this.#pause = milliseconds
  }

  /** What is kept of a project that is still the same, as the page shows it. */
  async recall(project: Readable): Promise<Parts | undefined> {
    try {
      const mark = markOf(project)
      const transaction = (await this.#open()).transaction(['parts', 'project'])
      const kept = await transaction.objectStore('project').get('last')
      if (kept?.mark !== mark) return undefined
      const all = await transaction.objectStore('parts').getAll()
      const byPath = new Map(all.map((part) => [part.file.path, part]))
      const parts = new Map(
        kept.paths.flatMap((path) => {
          const part = byPath.get(path)
          return part ? [[path, part] as const] : []
        })
      )
      if (parts.size !== project.files.length) return undefined
      this.#known = { mark, parts }
      return parts
    } catch {
      return undefined
    }
  }

  /** Keeps what the page shows of what a project gave, once nothing else came for a while. */
  keepSoon(project: () => Readable, parts: Parts): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#keep(project(), parts), this.#pause)
  }

  /** Where there is no room or no storage, nothing is kept. */
  async #keep(project: Readable, parts: Parts): Promise<void> {
    const size = project.files.reduce((sum, { text }) => sum + text.length, 0)
    const mark = markOf(project)
    if (size > most || this.#known?.mark === mark) return
    try {
      const transaction = (await this.#open()).transaction(['parts', 'project'], 'readwrite')
      const stored = await transaction.objectStore('project').get('last')
      const before: Parts =
        stored?.mark === this.#known?.mark ? (this.#known?.parts ?? new Map()) : new Map()
      const store = transaction.objectStore('parts')
      if (before.size === 0) void store.clear()
      for (const path of before.keys()) if (!parts.has(path)) void store.delete(path)
      for (const [path, part] of parts) {
        if (before.get(path) !== part) void store.put(forPage(part), path)
      }
      void transaction.objectStore('project').put({ mark, paths: [...parts.keys()] }, 'last')
      await transaction.done
      this.#known = { mark, parts }
    } catch {
      this.#known = undefined
    }
  }

  #open(): Promise<IDBPDatabase<KeptSchema>> {
    this.#opening ??= openDB<KeptSchema>(this.#name, 1, {
      upgrade: (database) => {
        database.createObjectStore('parts')
        database.createObjectStore('project')
      },
      blocking: () => {
        void this.#opening?.then((database) => database.close())
        this.#opening = undefined
        this.#known = undefined
      }
    })
    return this.#opening
  }
}

/** Tells one state of a project from all others, and one build from all others. */
function markOf({ files, settings, media }: Readable): string {
  const hash = new TextHash()
  for (const { path, text } of files) {
    hash.add(path)
    hash.add(text)
  }
  for (const path of media) hash.add(path)
  hash.add(JSON.stringify(settings))
  return `${import.meta.env.LAEGNA_BUILD} ${files.length} ${media.length} ${hash.digest}`
}

/** Two mixed 32-bit sums of UTF-16 units, by the method of cyrb53: for telling apart, not against forgery. */
class TextHash {
  #one = 0xdeadbeef
  #two = 0x41c6ce57

  add(text: string): void {
    let [one, two] = [this.#one, this.#two]
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      one = Math.imul(one ^ code, 2654435761)
      two = Math.imul(two ^ code, 1597334677)
    }
    // Where one text ends and the next begins counts, too.
    this.#one = Math.imul(one ^ text.length ^ (two >>> 15), 2246822507)
    this.#two = Math.imul(two ^ text.length ^ (one >>> 13), 3266489909)
  }

  get digest(): string {
    return `${(this.#one >>> 0).toString(36)} ${(this.#two >>> 0).toString(36)}`
  }
}
