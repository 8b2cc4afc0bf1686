import { deleteInFolder, writeInFolder } from '../../storage/disk-folder.ts'
import { keepFolder, keepFoldersOf, keptFolder } from '../../storage/folder-handles.ts'
import { compareWithFolder, type FolderChanges } from './folder-changes.ts'
import { allowed, ask } from './folder-permission.ts'
import { asOnDisk, FolderReader, type FolderContent } from './folder-reader.ts'
import type { FolderTools } from './folder-tools.ts'
import { FolderWords } from './folder-words.ts'

/** The folder of the disk that the open project is edited in, where the browser can do that. */
export class Folder {
  /** Its name; `undefined` where the project has none. */
  name = $state<string>()
  /** Whether the browser lets the page read and write it; after a new start somebody has to say so. */
  isAllowed = $state(false)
  /** How many texts wait to be written. */
  waiting = $state(0)
  /** How many pieces of work with the folder are under way. */
  busy = $state(0)
  readonly #tools: FolderTools
  readonly #words: FolderWords
  #handle: FileSystemDirectoryHandle | undefined
  #reader: FolderReader | undefined
  #base = new Map<string, string>()
  /** Paths of texts that wait to be written. */
  readonly #changed = new Set<string>()
  #working: Promise<unknown> = Promise.resolve()
  #following: Promise<void> = Promise.resolve()

  constructor(tools: FolderTools) {
    this.#tools = tools
    this.#words = new FolderWords(tools)
    tools.project.listen(({ put, removed }) => this.#count([...put, ...removed]))
  }

  /** Opens a folder as a new project that is saved back into it. */
  async open(handle: FileSystemDirectoryHandle): Promise<void> {
    const { openFolder } = await import('./folder-opening.ts')
    const base = await openFolder(handle, this.#tools)
    if (!base) return
    await keepFolder(this.#tools.project.id, { handle, base })
    await this.follow()
  }

  /** Another project is open: finds its folder again, if it has one. */
  follow(): Promise<void> {
    this.#following = this.#whileBusy(() => this.#find())
    return this.#following
  }

  async #find(): Promise<void> {
    const { project, projectIds } = this.#tools
    this.#take(undefined, new Map())
    if (!('showDirectoryPicker' in window)) return
    const { id } = project
    // Where nothing can be stored, no folder was kept.
    const kept = await keptFolder(id).catch(() => undefined)
    if (!kept || project.id !== id) return
    this.#take(kept.handle, kept.base)
    this.isAllowed = await allowed(kept.handle)
    await keepFoldersOf(new Set([id, ...projectIds()]))
    await this.look()
  }

  /** Asks the browser for leave again; only a click may do this. */
  async allow(): Promise<void> {
    if (!this.#handle) return
    this.isAllowed = await ask(this.#handle)
    await this.look()
  }

  /** Takes what changed in the folder; asks about what changed on both sides. */
  look(): Promise<void> {
    return this.#inTurn(async (reader) => {
      const content = await reader.read()
      await this.#takeChanges(content, this.#compare(content))
    })
  }

  /** Writes what changed here, once what changed in the folder was looked at. */
  async save(): Promise<void> {
    await this.#following
    if (!this.isAllowed) await this.allow()
    await this.#inTurn(async (reader, handle) => {
      const content = await reader.read()
      await this.#takeChanges(content, this.#compare(content))
      const { write, leftOver, clash } = this.#compare(content)
      const texts = write.map((path) => ({ path, text: this.#tools.project.text(path) }))
      for (const { path, text } of texts) {
        const old = content.files.find((file) => file.path === path)
        const before = old ? await (await old.handle.getFile()).text() : ''
        await writeInFolder(handle, path, asOnDisk(text, before))
        this.#base.set(path, text)
      }
      const pictures = await this.#writeMedia(handle, content)
      await this.#keep()
      const saved = texts.length + pictures
      if (saved > 0 || clash.length === 0) this.#words.saved(saved, handle.name)
      if (leftOver.length > 0) this.#words.leftOver(leftOver, () => this.#delete(leftOver))
    })
  }

  #delete(paths: string[]): Promise<void> {
    return this.#inTurn(async (_, handle) => {
      for (const path of paths) {
        await deleteInFolder(handle, path)
        this.#base.delete(path)
      }
      await this.#keep()
    })
  }

  async #writeMedia(handle: FileSystemDirectoryHandle, content: FolderContent): Promise<number> {
    const there = new Set(content.files.map(({ path }) => path))
    const missing = this.#tools.project.mediaPaths.filter((path) => !there.has(path))
    if (missing.length === 0) return 0
    const bytes = await this.#tools.media.bytes()
    for (const path of missing) {
      const content = bytes.get(path)
      if (content) await writeInFolder(handle, path, new Blob([new Uint8Array(content)]))
    }
    return missing.length
  }

  #compare({ texts, unreadable }: FolderContent): FolderChanges {
    const here = new Map(this.#tools.project.files.map(({ path, text }) => [path, text]))
    for (const path of unreadable) here.delete(path)
    // What is the same on both sides is where both start from now, however it became so.
    for (const path of this.#base.keys()) {
      if (!here.has(path) && !texts.has(path)) this.#base.delete(path)
    }
    for (const [path, text] of texts) if (here.get(path) === text) this.#base.set(path, text)
    return compareWithFolder(this.#base, here, texts)
  }

  async #takeChanges(
    { texts }: FolderContent,
    { take, gone, clash }: FolderChanges
  ): Promise<void> {
    const files = take.map((path) => ({ path, text: texts.get(path) ?? '' }))
    for (const { path, text } of files) this.#base.set(path, text)
    for (const path of gone) this.#base.delete(path)
    if (files.length + gone.length > 0) {
      this.#words.taken(files, gone)
      await this.#keep()
    }
    for (const path of clash) {
      const theirs = { path, text: texts.get(path) ?? '' }
      const agree = () => {
        this.#base.set(path, theirs.text)
        void this.#keep()
      }
      this.#words.clash(theirs, agree)
    }
  }

  async #keep(): Promise<void> {
    const { id, paths } = this.#tools.project
    this.#count(paths)
    if (this.#handle) await keepFolder(id, { handle: this.#handle, base: this.#base })
  }

  #take(handle: FileSystemDirectoryHandle | undefined, base: Map<string, string>): void {
    this.#handle = handle
    this.#reader = handle && new FolderReader(handle)
    this.#base = base
    this.name = handle?.name
    this.isAllowed = false
    this.#changed.clear()
    this.#count(this.#tools.project.paths)
  }

  /** One after the other: two looks at once would ask twice. */
  #inTurn(
    work: (reader: FolderReader, handle: FileSystemDirectoryHandle) => Promise<void>
  ): Promise<void> {
    const [handle, reader] = [this.#handle, this.#reader]
    const turn = this.#working
      .catch(() => undefined)
      .then(async () => {
        if (!handle || !reader || handle !== this.#handle || !this.isAllowed) return
        try {
          await work(reader, handle)
        } catch (error) {
          if (!(error instanceof DOMException)) throw error
          this.#words.lost(handle.name)
        }
      })
    this.#working = turn
    return this.#whileBusy(() => turn)
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    this.busy += 1
    try {
      await work()
    } finally {
      this.busy -= 1
    }
  }

  #count(paths: Iterable<string>): void {
    const { project } = this.#tools
    const here = new Set(project.paths)
    for (const path of paths) {
      if (here.has(path) && this.#base.get(path) !== project.text(path)) this.#changed.add(path)
      else this.#changed.delete(path)
    }
    this.waiting = this.#handle ? this.#changed.size : 0
  }
}
