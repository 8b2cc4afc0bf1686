import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Settings, SourceFile } from '../../laegna.ts'
import {
  changeOfParts,
  changeParts,
  forPage,
  type CompilationChange,
  type Parts
} from './compilation-change.ts'
import type { PagePart } from './page-problem.ts'
import { keptReadingName } from '../../storage/kept-reading-name.ts'

interface KeptSchema extends DBSchema {
  /** What each file gave, as the page shows it, by path. */
  parts: { key: string; value: PagePart }
  /** What made of these what is kept, one after another. */
  changes: { key: number; value: CompilationChange }
  /** Of what all of them are, in order. */
  project: { key: 'last'; value: KeptProject }
}

interface KeptProject {
  mark: string
  paths: string[]
}

/** What a worker knows to be stored. */
interface Known {
  mark: string
  parts: Parts
  /** How many changes are stored, and of which paths. */
  changes: number
  changed: ReadonlySet<string>
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
/** Changes that are kept before what they change is written anew. */
const mostChanges = 10

/**
 * What was read of the project that was open last, in a database of its own, so that opening it again shows
 * it at once. It may be missing or end at any time: then the project is read.
 */
export class KeptReading {
  readonly #pause: number
  #opening: Promise<IDBPDatabase<KeptSchema>> | undefined
  /** What this worker knows to be stored, as long as no other has stored another. */
  #known: Known | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly #digests = new Digests()
  readonly #name: string

  constructor(name = keptReadingName, milliseconds = pause) {
    this.#name = name
    this.#pause = milliseconds
  }

  /** What is kept of a project that is still the same, as the page shows it. */
  async recall(project: Readable): Promise<Parts | undefined> {
    try {
      const mark = markOf(project, this.#digests)
      const transaction = (await this.#open()).transaction(['parts', 'changes', 'project'])
      const kept = await transaction.objectStore('project').get('last')
      if (kept?.mark !== mark) return undefined
      const [all, changes] = await Promise.all([
        transaction.objectStore('parts').getAll(),
        transaction.objectStore('changes').getAll()
      ])
      const written: Parts = new Map(all.map((part) => [part.file.path, part]))
      const parts = changeParts(written, ...changes, { paths: kept.paths, parts: [] })
      if (parts.size !== project.files.length) return undefined
      const changed = new Set([...touchedBy(changes), ...goneFrom(written, parts)])
      this.#known = { mark, parts, changes: changes.length, changed }
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
    const mark = markOf(project, this.#digests)
    if (size > most || this.#known?.mark === mark) return
    try {
      const transaction = (await this.#open()).transaction(
        ['parts', 'changes', 'project'],
        'readwrite'
      )
      const stored = await transaction.objectStore('project').get('last')
      const known = stored && stored.mark === this.#known?.mark ? this.#known : undefined
      const before: Parts = known?.parts ?? new Map<string, PagePart>()
      const change = changeOfParts(before, parts)
      const now = [...touchedBy([change]), ...goneFrom(before, parts)]
      const changed = new Set([...(known?.changed ?? []), ...now])
      const isAdded = known !== undefined && known.changes < mostChanges
      const store = transaction.objectStore('parts')
      const changes = transaction.objectStore('changes')
      if (isAdded) void changes.put(change, known.changes)
      else {
        void changes.clear()
        if (!known) void store.clear()
        for (const path of changed) {
          const part = parts.get(path)
          void (part ? store.put(forPage(part), path) : store.delete(path))
        }
      }
      void transaction.objectStore('project').put({ mark, paths: [...parts.keys()] }, 'last')
      await transaction.done
      this.#known = isAdded
        ? { mark, parts, changes: known.changes + 1, changed }
        : { mark, parts, changes: 0, changed: new Set() }
    } catch {
      this.#known = undefined
    }
  }

  #open(): Promise<IDBPDatabase<KeptSchema>> {
    this.#opening ??= openDB<KeptSchema>(this.#name, 2, {
      upgrade: (database, from) => {
        if (from < 1) {
          database.createObjectStore('parts')
          database.createObjectStore('project')
        }
        database.createObjectStore('changes')
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

/** Paths of the files that gave something else. */
function touchedBy(changes: readonly CompilationChange[]): string[] {
  return changes.flatMap(({ parts }) => parts.map(({ file }) => file.path))
}

/** Paths of the files that are no more. */
function goneFrom(before: Parts, after: Parts): string[] {
  return [...before.keys()].filter((path) => !after.has(path))
}

/** Tells one state of a project from all others, and one build from all others. */
function markOf({ files, settings, media }: Readable, digests: Digests): string {
  const hash = new TextHash()
  for (const { path } of files) hash.add(path)
  for (const digest of digests.of(files)) hash.add(digest)
  for (const path of media) hash.add(path)
  hash.add(JSON.stringify(settings))
  return `${import.meta.env.LAEGNA_BUILD} ${files.length} ${media.length} ${hash.digest}`
}

/** Knows the hashes of texts that are still the same. */
class Digests {
  #known = new Map<string, { text: string; digest: string }>()

  /** Of each text, in order. */
  of(files: readonly SourceFile[]): string[] {
    const digests = files.map(({ path, text }) => {
      const known = this.#known.get(path)
      if (known?.text === text) return [path, known] as const
      const hash = new TextHash()
      hash.add(text)
      return [path, { text, digest: hash.digest }] as const
    })
    this.#known = new Map(digests)
    return digests.map(([, { digest }]) => digest)
  }
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
