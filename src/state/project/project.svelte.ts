import type { Settings, SourceFile } from '../../document/model.ts'
import type { TextEdit } from '../../laegna.ts'
import type { MediumToStore } from '../../storage/media.ts'
import { mergePaths } from '../../storage/merge-paths.ts'
import type { StoredProject } from '../../storage/projects.ts'
import type {
  CardWeights,
  MediaRecord,
  ProjectRecord,
  ConflictRecord
} from '../../storage/schema.ts'
import { defaultSettings } from '../../laegna.ts'
import { mergeMedia } from '../sync/merge-media.ts'
import { SyncBase } from '../sync/sync-base.ts'
import type { TypedText } from './typed-text.ts'

/** Parts of a project beside its texts that an edit can touch. */
export type ProjectField =
  'name' | 'settings' | 'paths' | 'sample' | 'media' | 'skipped' | 'cardWeights'

/** What an edit touched; the texts are read from the project when they are needed. */
export interface Edit {
  put: string[]
  removed: string[]
  fields: ProjectField[]
  /** How the one text that was put was typed on from the text before. */
  typed?: TextEdit[]
  /** Came from the storage, where another tab had put it: it need not be saved. */
  stored: boolean
}

/** All that a project can be put back to. */
export interface ProjectState {
  files: SourceFile[]
  settings: Settings
  media: Medium[]
}

/** What waits to be stored: paths of texts, put or removed, and other parts. */
export interface Pending {
  paths: ReadonlySet<string>
  fields: ReadonlySet<ProjectField>
}

/** A file taken out, with its place, so that it can be put back. */
export interface RemovedFile {
  file: SourceFile
  at: number
}

/** A picture or sound of the project; carries its bytes as long as they are not stored. */
export type Medium = MediumToStore

/** The open project, and the only way to change it: every change is told to the listeners. */
export class Project {
  id = $state('')
  name = $state('')
  settings = $state.raw<Settings>(defaultSettings)
  paths = $state.raw<string[]>([])
  /** By path, without their bytes. */
  media = $state.raw<Medium[]>([])
  /** Paths of the media. */
  mediaPaths = $state.raw<string[]>([])
  openPath = $state<string>()
  /** The example as it came, changed by nobody. */
  sample = $state(false)
  /** Fingerprints of found cards that are not to be offered again. */
  skipped = $state.raw<readonly string[]>([])
  /** By guid: how often a card comes in datasets, where it is more than once. */
  cardWeights = $state.raw<CardWeights>({})
  /** Grows with every other project that is opened. */
  opened = $state(0)
  /** Grows when a text changes by other means than typing: the editor takes it anew. */
  replaced = $state(0)
  /** Texts that those of this project have replaced while two tabs were open. */
  conflicts = $state.raw<ConflictRecord[]>([])
  readonly base = new SyncBase()
  #texts = new Map<string, string | TypedText>()
  readonly #listeners: ((edit: Edit) => void)[] = []

  listen(listener: (edit: Edit) => void): void {
    this.#listeners.push(listener)
  }

  text(path: string): string {
    return wordsOf(this.#texts.get(path)) ?? ''
  }

  /** A text as it is at this moment, put together when somebody first asks for it. */
  textNow(path: string): { readonly text: string; length: number } {
    const text = this.#texts.get(path) ?? ''
    return typeof text === 'object' ? text : { text, length: text.length }
  }

  /** UTF-16 units of a text, which is not put together for that. */
  length(path: string): number {
    return this.#texts.get(path)?.length ?? 0
  }

  /** Lines of a text, which is not put together for that. */
  lines(path: string): number {
    const text = this.#texts.get(path)
    return typeof text === 'object' ? text.lines : countLines(text ?? '')
  }

  /** Whether there is such a file: an unknown one has no text, not an empty one. */
  has(path: string): boolean {
    return this.#texts.has(path)
  }

  get files(): SourceFile[] {
    return this.paths.map((path) => ({ path, text: this.text(path) }))
  }

  /** Shows a stored project in place of the one before; tells no listener. */
  load(stored: StoredProject, openPath?: string): void {
    this.adopt(stored.project)
    this.openPath = openPath
    this.#fill(stored)
    this.opened += 1
  }

  /** Takes in what other tabs stored of this project; what waits to be stored stays as it is. */
  merge(stored: StoredProject, pending: Pending): void {
    const { revision } = stored.project
    const news = stored.files.filter((file) => file.revision > this.base.base(file.path))
    const taken = news.filter(({ path }) => !pending.paths.has(path))
    for (const { path, text, revision } of taken) {
      this.#texts.set(path, text)
      this.base.read(path, revision)
    }
    const fields = [
      ...this.#mergeRecord(stored.project, pending.fields),
      ...this.#mergeMedia(stored.media)
    ]
    const before = this.paths
    const gone = this.#mergePaths(stored.project.paths, pending.paths)
    if (before.join('\n') !== this.paths.join('\n')) fields.push('paths')
    this.conflicts = stored.conflicts
    // As long as something was not taken, the next save must still look for it.
    if (taken.length === news.length) this.base.revision = Math.max(this.base.revision, revision)
    this.replaced += 1
    this.#announce({ put: taken.map(({ path }) => path), removed: gone, fields, stored: true })
  }

  /** Goes on with the same files under another stored record. */
  adopt({ id, name, revision, sample }: ProjectRecord): void {
    this.id = id
    this.name = name
    this.base.revision = revision
    this.sample = sample
  }

  rename(name: string): void {
    this.name = name
    this.#tell([], [], ['name'])
  }

  configure(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings }
    this.#tell([], [], ['settings'])
  }

  /** Takes the fingerprints of all found cards that are not to be offered again. */
  skip(fingerprints: readonly string[]): void {
    this.skipped = fingerprints
    this.#tell([], [], ['skipped'])
  }

  /** Takes how often cards come in datasets, all of them that come more than once. */
  weigh(cardWeights: CardWeights): void {
    this.cardWeights = cardWeights
    this.#tell([], [], ['cardWeights'])
  }

  /** Takes what was typed into a file. */
  write(path: string, text: string | TypedText): void {
    const before = this.#texts.get(path)
    this.#texts.set(path, text)
    const typed = typeof text !== 'string' && text.continues(before) ? text.edits : undefined
    this.#tell([path], [], [], typed)
  }

  /** Puts whole files in: new ones at the end (or at `at`), known ones with their new text. */
  put(files: SourceFile[], at = this.paths.length): void {
    const fresh = files.map(({ path }) => path).filter((path) => !this.#texts.has(path))
    for (const { path, text } of files) this.#texts.set(path, text)
    this.paths = this.paths.toSpliced(at, 0, ...fresh)
    this.openPath ??= this.paths[0]
    this.replaced += 1
    this.#tell(
      files.map(({ path }) => path),
      [],
      ['paths']
    )
  }

  /** Takes a file out. */
  remove(path: string): RemovedFile {
    const removed = { file: { path, text: this.text(path) }, at: this.paths.indexOf(path) }
    this.#texts.delete(path)
    this.paths = this.paths.filter((other) => other !== path)
    if (this.openPath === path) {
      this.openPath = this.paths[Math.min(removed.at, this.paths.length - 1)]
    }
    this.#tell([], [path], ['paths'])
    return removed
  }

  /** Gives a file another path; its place in the order stays. */
  move(path: string, to: string): void {
    this.#texts.set(to, this.text(path))
    this.#texts.delete(path)
    this.paths = this.paths.map((other) => (other === path ? to : other))
    if (this.openPath === path) this.openPath = to
    this.#tell([to], [path], ['paths'])
  }

  /** Puts the files in another order; the paths are those of now. */
  arrange(paths: string[]): void {
    this.paths = paths
    this.#tell([], [], ['paths'])
  }

  /** All of it as it is now. */
  get state(): ProjectState {
    return { files: this.files, settings: this.settings, media: this.media }
  }

  /** Becomes what it was, or what a backup says: one edit, however much it changes. */
  become({ files, settings, media }: ProjectState): void {
    const before = this.#texts
    this.#texts = new Map(files.map(({ path, text }) => [path, text]))
    const put = files.filter(({ path, text }) => wordsOf(before.get(path)) !== text)
    const removed = [...before.keys()].filter((path) => !this.#texts.has(path))
    this.paths = files.map(({ path }) => path)
    this.settings = settings
    this.#setMedia(media)
    this.openPath = this.paths.find((path) => path === this.openPath) ?? this.paths[0]
    this.replaced += 1
    this.#tell(
      put.map(({ path }) => path),
      removed,
      ['paths', 'settings', 'media']
    )
  }

  /** Puts media in, in place of those with the same paths, and takes others out. */
  changeMedia(put: Medium[], removed: string[]): void {
    const gone = new Set([...removed, ...put.map(({ path }) => path)])
    this.#setMedia([...this.media.filter(({ path }) => !gone.has(path)), ...put])
    this.#tell([], [], ['media'])
  }

  /** The bytes of a medium are stored: nothing holds them here any more. */
  letGoOf(stored: string): void {
    this.media = this.media.map(({ path, blobId, size, type, blob }) => {
      const known = { path, blobId, size, type }
      return blob && blobId !== stored ? { ...known, blob } : known
    })
  }

  #setMedia(media: Medium[]): void {
    this.media = media.toSorted((one, other) => (one.path < other.path ? -1 : 1))
    this.mediaPaths = this.media.map(({ path }) => path)
  }

  #fill(stored: StoredProject): void {
    const { files, media } = stored
    this.#texts = new Map(files.map(({ path, text }) => [path, text]))
    this.paths = files.map(({ path }) => path)
    this.#setMedia(media.map(withoutRevision))
    this.conflicts = stored.conflicts
    this.base.fill(stored)
    this.settings = stored.project.settings
    this.skipped = stored.project.skipped ?? []
    this.cardWeights = stored.project.cardWeights ?? {}
    this.openPath = this.paths.find((path) => path === this.openPath) ?? this.paths[0]
  }

  #tell(put: string[], removed: string[], fields: ProjectField[], typed?: TextEdit[]): void {
    if (this.sample) {
      this.sample = false
      fields = [...fields, 'sample']
    }
    this.#announce({ put, removed, fields, ...(typed && { typed }), stored: false })
  }

  #announce(edit: Edit): void {
    for (const listener of this.#listeners) listener(edit)
  }

  /** Gives the paths of files that went. */
  #mergePaths(theirs: string[], pending: ReadonlySet<string>): string[] {
    const merged = mergePaths(theirs, this.base.paths, this.paths)
    const listed = new Set(merged)
    const waiting = this.paths.filter((path) => pending.has(path) && !listed.has(path))
    const paths = [...merged, ...waiting].filter((path) => this.#texts.has(path))
    const staying = new Set(paths)
    const gone = this.paths.filter((path) => !staying.has(path))
    for (const path of gone) {
      this.#texts.delete(path)
      this.base.forget(path)
    }
    this.base.paths = theirs
    this.paths = paths
    this.openPath = paths.find((path) => path === this.openPath) ?? paths[0]
    return gone
  }

  #mergeRecord(
    { name, settings, sample, skipped = [], cardWeights = {} }: ProjectRecord,
    waiting: Pending['fields']
  ): ProjectField[] {
    if (!waiting.has('name')) this.name = name
    if (!waiting.has('sample')) this.sample = sample
    if (!waiting.has('skipped')) this.skipped = skipped
    if (!waiting.has('cardWeights')) this.cardWeights = cardWeights
    const same = JSON.stringify(settings) === JSON.stringify(this.settings)
    if (same || waiting.has('settings')) return []
    this.settings = settings
    return ['settings']
  }

  #mergeMedia(stored: MediaRecord[]): ProjectField[] {
    const merged = mergeMedia(stored.map(withoutRevision), this.base.media, this.media)
    this.base.media = new Map(stored.map(({ path, blobId }) => [path, blobId]))
    if (!merged) return []
    this.#setMedia(merged)
    return ['media']
  }
}

function wordsOf(text: string | TypedText | undefined): string | undefined {
  return typeof text === 'object' ? text.text : text
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

function withoutRevision({ path, blobId, size, type }: MediaRecord): Medium {
  return { path, blobId, size, type }
}
