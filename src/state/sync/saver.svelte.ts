import { worded } from '../page/worded.ts'
import type { Database } from '../../storage/database.ts'
import { dropJournal, keepJournal } from '../../storage/unload-journal.ts'
import type { TextEdit } from '../../laegna.ts'
import { newId } from '../../storage/new-id.ts'
import { createProject, type NewProject } from '../../storage/projects.ts'
import { OldBuild } from '../../storage/build.ts'
import { ProjectGone, saveProject, type ProjectChange, type Saved } from '../../storage/save.ts'
import { describeStorageTrouble } from '../../storage/trouble.ts'
import { MediaSaver } from './media-saver.ts'
import type { Edit, Pending, Project, ProjectField } from '../project/project.svelte.ts'

/** Whether everything is in the browser's storage; `failed` stays until a save succeeds. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** `full`: there is no room, so making some helps. */
  | { kind: 'failed'; why: string; full: boolean }

/** What the rest of the page does when something was saved. */
export interface SaverEvents {
  /** A save succeeded and gave this revision; others may have stored something, too. */
  saved: (revision: number, others: boolean) => void
  /** The project had gone, so what was open went into a copy, which is now open. */
  copied: (name: string) => void
}

const pause = 300
/** Storing takes a while as well, and together they are to stay below a second. */
const longest = 500
const retry = 5000

/** Paths of texts, each with what was typed since the one before; without, the text is stored whole. */
type Texts = Map<string, TextEdit[][] | undefined>

/** Stores edits of the open project: a moment after the last key, at least twice a second. */
export class Saver {
  status = $state.raw<SaveStatus>({ kind: 'saved' })
  /** When this page last stored something, in milliseconds since 1970. */
  savedAt = $state<number>()
  /** A newer build of the page works on the same projects: this one must not write any more. */
  outdated = $state(false)
  readonly #database: Database
  readonly #project: Project
  readonly #events: SaverEvents
  readonly #media: MediaSaver
  #put: Texts = new Map()
  #removed = new Set<string>()
  #fields = new Set<ProjectField>()
  /** On its way into the storage. */
  #storing = {
    put: new Map() as Texts,
    removed: new Set<string>(),
    fields: new Set<ProjectField>()
  }
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

  /** What is not stored yet. */
  pending(): Pending {
    const { put, removed, fields } = this.#storing
    return {
      paths: new Set([...this.#put.keys(), ...this.#removed, ...put.keys(), ...removed]),
      fields: new Set([...this.#fields, ...fields])
    }
  }

  /** Stores what waits now; settles when it is stored or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#saving) await this.#saving
    if (this.#pending) await this.#alone(() => this.#save())
  }

  /** Runs on what is stored now: what waits is stored before, and what comes meanwhile after it. */
  async storingNothing(work: () => Promise<void>): Promise<void> {
    while (this.#saving) await this.#saving
    await this.#alone(async () => {
      if (this.#pending) await this.#save()
      await work()
    })
  }

  /** The page is being left: what is not stored yet is kept at once, then stored if there is time. */
  leave(): void {
    this.#keepWords()
    void this.flush()
  }

  /** Whether leaving now would lose something, even though it was tried to keep it. */
  wouldLose(): boolean {
    return this.isBusy() && (this.status.kind === 'failed' || !this.#keepWords())
  }

  /** Stores the open project whole: it is new. */
  storeNew(): Promise<void> {
    this.#fields.add('paths')
    this.status = { kind: 'saving' }
    return this.flush()
  }

  /** Says whether all files that wait are kept in the small store now. */
  #keepWords(): boolean {
    const { id, base } = this.#project
    const storing = this.#storing
    const { put, remove, paths } = this.#change(
      new Map([...this.#put, ...storing.put]),
      new Set([...this.#removed, ...storing.removed]),
      new Set([...this.#fields, ...storing.fields])
    )
    const removed = remove.filter(({ path }) => !this.#project.has(path))
    if (put.length + removed.length === 0 && !paths) return true
    const files = put.map(({ path, text, base, strand }) => ({ path, text, base, strand }))
    return base.revision > 0 && keepJournal(id, { files, removed, ...(paths && { paths }) })
  }

  get #pending(): boolean {
    return this.#put.size + this.#removed.size + this.#fields.size > 0
  }

  #take({ put, removed, fields, typed, stored }: Edit): void {
    if (stored) return
    for (const path of put) {
      this.#removed.delete(path)
      const waiting = this.#put.has(path) ? this.#put.get(path) : []
      this.#put.set(path, typed && waiting ? [...waiting, typed] : undefined)
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

  #alone(work: () => Promise<void>): Promise<void> {
    this.#saving = work().finally(() => (this.#saving = undefined))
    return this.#saving
  }

  async #save(): Promise<void> {
    const [put, removed, fields] = [this.#put, this.#removed, this.#fields]
    this.#put = new Map()
    this.#removed = new Set()
    this.#fields = new Set()
    this.#since = undefined
    this.#storing = { put, removed, fields }
    const before = this.#project.base.revision
    try {
      const saved = await this.#store(put, removed, fields)
      this.status = this.#pending ? { kind: 'saving' } : { kind: 'saved' }
      this.savedAt = Date.now()
      if (!this.#pending) dropJournal()
      this.#events.saved(saved.revision, saved.behind)
    } catch (error) {
      this.#takeBack(put, removed, fields)
      this.status = {
        kind: 'failed',
        why: worded(describeStorageTrouble(error)),
        full: error instanceof DOMException && error.name === 'QuotaExceededError'
      }
      this.outdated = error instanceof OldBuild
      if (!this.outdated) this.#schedule(retry)
      // Texts may be stored although a picture was not.
      const { revision } = this.#project.base
      if (revision > before) this.#events.saved(revision, false)
    } finally {
      this.#storing = { put: new Map(), removed: new Set(), fields: new Set() }
    }
  }

  async #store(
    put: Texts,
    removed: Set<string>,
    fields: Set<ProjectField>
  ): Promise<Pick<Saved, 'revision' | 'behind'>> {
    const { id, base } = this.#project
    if (base.revision === 0) return this.#storeFirst()
    const change = this.#change(put, removed, fields)
    try {
      const saved = await saveProject(this.#database, id, base.revision, change, Date.now())
      this.#keepBase(change, saved)
      if (fields.has('media')) await this.#media.store()
      return { revision: Math.max(saved.revision, base.revision), behind: saved.behind }
    } catch (error) {
      if (!(error instanceof ProjectGone)) throw error
      return this.#storeCopy()
    }
  }

  #change(put: Texts, removed: Set<string>, fields: Set<ProjectField>): ProjectChange {
    const { name, settings, paths, sample, skipped, cardWeights, base } = this.#project
    return {
      put: [...put]
        .filter(([path]) => this.#project.has(path))
        .map(([path, rounds]) => {
          const now = this.#project.textNow(path)
          return {
            path,
            get text() {
              return now.text
            },
            base: base.base(path),
            strand: base.strand(path),
            ...(rounds && { typed: { rounds, length: now.length } })
          }
        }),
      remove: [...removed].map((path) => ({ path, base: base.base(path) })),
      record: {
        ...(fields.has('name') && { name }),
        ...(fields.has('settings') && { settings }),
        ...(fields.has('sample') && { sample }),
        ...(fields.has('skipped') && { skipped: [...skipped] }),
        ...(fields.has('cardWeights') && { cardWeights })
      },
      ...(fields.has('paths') && { paths: { before: base.paths, after: paths } })
    }
  }

  #keepBase({ put, remove, paths }: ProjectChange, { revision, behind, kept }: Saved): void {
    const { base } = this.#project
    for (const { path } of put) base.wrote(path, revision)
    // What was not removed comes back as something new.
    base.paths = base.paths.filter((path) => !kept.includes(path))
    // What others did in between is not in sight yet: the revision seen stays where it was.
    if (behind) return
    for (const { path } of remove) if (!this.#put.has(path)) base.forget(path)
    base.revision = revision
    if (paths) base.paths = paths.after
  }

  async #storeFirst(): Promise<Pick<Saved, 'revision' | 'behind'>> {
    const { id, name, settings, files, sample, skipped, cardWeights } = this.#project
    await this.#storeNew({ id, name, settings, files, sample, skipped, cardWeights })
    return { revision: this.#project.base.revision, behind: false }
  }

  /** The project is in the bin, or gone: ours goes on under a new id. */
  async #storeCopy(): Promise<Pick<Saved, 'revision' | 'behind'>> {
    const { name, settings, files, skipped, cardWeights } = this.#project
    await this.#media.fetch()
    const chosen = { settings, skipped, cardWeights }
    await this.#storeNew({ id: newId(), name: `${name} (kept copy)`, files, ...chosen })
    this.#events.copied(this.#project.name)
    return { revision: this.#project.base.revision, behind: false }
  }

  async #storeNew(project: NewProject): Promise<void> {
    // These texts hold it already.
    for (const path of this.#put.keys()) this.#put.set(path, undefined)
    const record = await createProject(this.#database, project, Date.now())
    const files = project.files.map((file) => ({ ...file, revision: record.revision, strand: '' }))
    this.#project.adopt(record)
    this.#project.base.fill({ project: record, files, media: [], conflicts: [], damaged: [] })
    await this.#media.store()
  }

  #takeBack(put: Texts, removed: Set<string>, fields: Set<ProjectField>): void {
    // Whole: it may have been stored although something else was not.
    for (const path of put.keys()) if (!this.#removed.has(path)) this.#put.set(path, undefined)
    for (const path of removed) if (!this.#put.has(path)) this.#removed.add(path)
    for (const field of fields) this.#fields.add(field)
  }
}
