import type { Settings, SourceFile } from '../document/model.ts'
import type { MediumToStore } from '../storage/media.ts'
import type { StoredProject } from '../storage/projects.ts'
import type { ProjectRecord } from '../storage/schema.ts'
import { defaultSettings } from '../laegna.ts'

/** Parts of a project beside its texts that an edit can touch. */
export type ProjectField = 'name' | 'settings' | 'paths' | 'sample' | 'media'

/** What an edit touched; the texts are read from the project when they are needed. */
export interface Edit {
  put: string[]
  removed: string[]
  fields: ProjectField[]
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
  /** Grows with every other project that is opened. */
  opened = $state(0)
  /** Grows when a text changes by other means than typing: the editor takes it anew. */
  replaced = $state(0)
  revision = 0
  /** Which bytes the storage knows by which path. */
  storedMedia = new Map<string, string>()
  #texts = new Map<string, string>()
  readonly #listeners: ((edit: Edit) => void)[] = []

  listen(listener: (edit: Edit) => void): void {
    this.#listeners.push(listener)
  }

  text(path: string): string {
    return this.#texts.get(path) ?? ''
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

  /** Takes what another tab stored of this same project. */
  reload(stored: StoredProject): void {
    this.adopt(stored.project)
    this.#fill(stored)
    this.replaced += 1
  }

  /** Goes on with the same files under another stored record. */
  adopt({ id, name, revision, sample }: ProjectRecord): void {
    this.id = id
    this.name = name
    this.revision = revision
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

  /** Takes what was typed into a file. */
  write(path: string, text: string): void {
    this.#texts.set(path, text)
    this.#tell([path], [], [])
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
    this.media = media.sort((one, other) => (one.path < other.path ? -1 : 1))
    this.mediaPaths = this.media.map(({ path }) => path)
  }

  #fill({ project: { settings }, files, media }: StoredProject): void {
    this.#texts = new Map(files.map(({ path, text }) => [path, text]))
    this.paths = files.map(({ path }) => path)
    this.#setMedia(media.map(({ path, blobId, size, type }) => ({ path, blobId, size, type })))
    this.storedMedia = new Map(media.map(({ path, blobId }) => [path, blobId]))
    this.settings = settings
    this.openPath = this.paths.find((path) => path === this.openPath) ?? this.paths[0]
  }

  #tell(put: string[], removed: string[], fields: ProjectField[]): void {
    if (this.sample) {
      this.sample = false
      fields = [...fields, 'sample']
    }
    for (const listener of this.#listeners) listener({ put, removed, fields })
  }
}
