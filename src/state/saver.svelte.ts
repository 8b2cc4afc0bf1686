import type { Database } from '../storage/database.ts'
import { dropLastWords, keepLastWords } from '../storage/last-words.ts'
import { newId } from '../storage/new-id.ts'
import { createProject } from '../storage/projects.ts'
import { ProjectClash, saveProject } from '../storage/save.ts'
import { describeStorageTrouble } from '../storage/trouble.ts'
import { MediaSaver } from './media-saver.ts'
import type { Edit, Project, ProjectField } from './project.svelte.ts'

/** Whether everything is in the browser's storage; `failed` stays until a save succeeds. */
export type SaveStatus = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; why: string }

/** What the rest of the page does when something was saved. */
export interface SaverEvents {
  /** A save succeeded: the project's revision is the stored one. */
  saved: () => void
  /** Another tab had saved first, so ours went into a copy, which is now open. */
  copied: (name: string, otherId: string) => void
}

const pause = 300
const longest = 1000
const retry = 5000

/** Stores edits of the open project: a moment after the last key, at least each second. */
export class Saver {
  status = $state.raw<SaveStatus>({ kind: 'saved' })
  readonly #database: Database
  readonly #project: Project
  readonly #events: SaverEvents
  readonly #media: MediaSaver
  #put = new Set<string>()
  #removed = new Set<string>()
  #fields = new Set<ProjectField>()
  #storing = new Set<string>()
  #since: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | undefined

  constructor(database: Database, project: Project, events: SaverEvents) {
    this.#database = database
    this.#project = project
    this.#events = events
    this.#media = new MediaSaver(database, project)
    project.listen((edit) => this.#take(edit))
  }

  /** Whether edits wait to be stored, or are being stored. */
  isBusy(): boolean {
    return this.#pending || this.#saving !== undefined
  }

  /** Stores what waits now; settles when it is stored or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#saving) await this.#saving
    if (!this.#pending) return
    this.#saving = this.#save()
    await this.#saving
  }

  /** The page is being left: what is not stored yet is kept at once, then stored if there is time. */
  leave(): void {
    const { id, revision } = this.#project
    const paths = new Set([...this.#put, ...this.#storing])
    if (paths.size > 0 && revision > 0) {
      const files = [...paths].map((path) => ({ path, text: this.#project.text(path) }))
      keepLastWords({ projectId: id, revision, files })
    }
    void this.flush()
  }

  /** Stores the open project whole: it is new. */
  storeNew(): Promise<void> {
    this.#fields.add('paths')
    return this.flush()
  }

  get #pending(): boolean {
    return this.#put.size + this.#removed.size + this.#fields.size > 0
  }

  #take({ put, removed, fields }: Edit): void {
    for (const path of put) {
      this.#put.add(path)
      this.#removed.delete(path)
    }
    for (const path of removed) {
      this.#removed.add(path)
      this.#put.delete(path)
    }
    for (const field of fields) this.#fields.add(field)
    if (this.status.kind === 'saved') this.status = { kind: 'saving' }
    this.#since ??= Date.now()
    const left = this.#since + longest - Date.now()
    this.#schedule(Math.max(0, Math.min(pause, left)))
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }

  async #save(): Promise<void> {
    const [put, removed, fields] = [this.#put, this.#removed, this.#fields]
    this.#put = new Set()
    this.#removed = new Set()
    this.#fields = new Set()
    this.#since = undefined
    this.#storing = put
    try {
      await this.#store(put, removed, fields)
      this.status = this.#pending ? { kind: 'saving' } : { kind: 'saved' }
      if (!this.#pending) dropLastWords()
      this.#events.saved()
    } catch (error) {
      this.#takeBack(put, removed, fields)
      this.status = { kind: 'failed', why: describeStorageTrouble(error) }
      this.#schedule(retry)
    } finally {
      this.#saving = undefined
      this.#storing = new Set()
    }
  }

  async #store(put: Set<string>, removed: Set<string>, fields: Set<ProjectField>): Promise<void> {
    const { id, revision, name, settings, paths, sample } = this.#project
    const record = {
      ...(fields.has('name') && { name }),
      ...(fields.has('settings') && { settings }),
      ...(fields.has('paths') && { paths }),
      ...(fields.has('sample') && { sample })
    }
    const files = [...put].map((path) => ({ path, text: this.#project.text(path) }))
    const change = { put: files, remove: [...removed], record }
    if (revision === 0) return this.#storeFirst()
    try {
      const next = await saveProject(this.#database, id, revision, change, Date.now())
      this.#project.revision = next
      if (fields.has('media')) await this.#media.store()
    } catch (error) {
      if (!(error instanceof ProjectClash)) throw error
      await this.#storeCopy()
    }
  }

  async #storeFirst(): Promise<void> {
    const { revision } = await createProject(this.#database, this.#project, Date.now())
    this.#project.revision = revision
    await this.#media.store()
  }

  /** Another tab's newer project stays as it is; ours goes on under a new id. */
  async #storeCopy(): Promise<void> {
    const { id, name, settings, files } = this.#project
    const copy = { id: newId(), name: `${name} (kept copy)`, settings, files }
    await this.#media.fetch()
    this.#project.adopt(await createProject(this.#database, copy, Date.now()))
    await this.#media.store()
    this.#events.copied(copy.name, id)
  }

  #takeBack(put: Set<string>, removed: Set<string>, fields: Set<ProjectField>): void {
    for (const path of put) if (!this.#removed.has(path)) this.#put.add(path)
    for (const path of removed) if (!this.#put.has(path)) this.#removed.add(path)
    for (const field of fields) this.#fields.add(field)
  }
}
