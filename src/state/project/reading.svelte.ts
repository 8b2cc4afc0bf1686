import { wordedError } from '../page/worded.ts'
import { keepCounts, keptCounts, type Counts, type StoredState } from '../../storage/kept-counts.ts'
import type { PageCompilation } from '../../worker/reader/page-problem.ts'
import type { MediaUse, MovedLinks, TextEdit } from '../../laegna.ts'
import type { CompileClient, Mendings } from '../../worker/reader/compile-client.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { Latest } from '../sync/latest.ts'
import type { Edit, Project } from './project.svelte.ts'

const nothing: PageCompilation = { files: [], blocks: [], chapters: [], cards: [], diagnostics: [] }

/** What was read from the open project. A result that a newer edit has overtaken is dropped. */
export class Reading {
  /** Of blocks and chapters only the beginnings: an export gets them whole, past the page. */
  compilation = $state.raw<PageCompilation>(nothing)
  /** Whether `compilation` is of the newest texts. */
  current = $state(false)
  /** Files left out because reading them took too long. */
  heldBack = $state.raw<string[]>([])
  /** Why nothing could be read, for the user. */
  trouble = $state<string>()
  /** How much an earlier visit read of the project that was opened, until it is read. */
  #kept = $state.raw<Counts>()
  readonly #client: CompileClient
  readonly #project: Project
  readonly #latest = new Latest(() => this.#readNow())
  #edits = 0
  /** Files whose texts the client has not been given: a key alone copies no text. */
  #unread = new Set<string>()

  readonly #read: () => void

  /** Calls `read` when something was read. */
  constructor(client: CompileClient, project: Project, read: () => void = () => undefined) {
    this.#client = client
    this.#project = project
    this.#read = read
    project.listen((edit) => this.#take(edit))
  }

  /** Soon there will be something to read. */
  begin(): void {
    this.#client.begin()
  }

  /** How much was read, or before that what an earlier visit kept of it. */
  get counts(): Counts {
    return this.#kept ?? countsOf(this.compilation)
  }

  /** Keeps how much was read of a project that is stored as it is: the next visit shows it at once. */
  keepCounts(): void {
    if (this.current && this.heldBack.length === 0) keepCounts(this.#state, this.counts)
  }

  /** Reads the whole project that was opened. */
  restart(): void {
    this.compilation = nothing
    this.#kept = keptCounts(this.#state)
    this.heldBack = []
    this.refresh()
    // At once: what reads works while the page draws the text.
    void this.#latest.now()
  }

  /** Reads all files anew; what was read before stays in sight until then. */
  refresh(): void {
    const { files, settings, mediaPaths } = this.#project
    this.#unread.clear()
    this.#client.reset(files, settings, mediaPaths)
    this.#touch()
  }

  /** Reads once more what took too long, and waits longer for it: the machine may have been busy. */
  tryAgain(): void {
    this.#client.tryAgain()
    this.#touch()
  }

  /** Waits until the newest texts are read, or reading has failed. */
  async settled(): Promise<void> {
    while (!this.current && this.trouble === undefined) await this.#latest.now()
  }

  /** Files with all fixes that are safe, which are not made yet. Rejects with a `WorkerTrouble`. */
  mend(): Promise<Mendings> {
    this.#pass()
    return this.#client.mend()
  }

  /** All places that name media of the project. Rejects with a `WorkerTrouble`. */
  mediaUses(): Promise<MediaUse[]> {
    this.#pass()
    return this.#client.mediaUses()
  }

  /** The texts as they are when a medium gets another path. Rejects with a `WorkerTrouble`. */
  moveMedium(from: string, to: string): Promise<MovedLinks> {
    this.#pass()
    return this.#client.moveMedium(from, to)
  }

  /** Posts the files and what was read of them to the other end of a channel, past the page. */
  handOver(to: MessagePort): Promise<void> {
    return this.#client.handOver(to)
  }

  #take({ put, removed, fields, typed }: Edit): void {
    const arranged = fields.includes('paths')
    const configured = fields.includes('settings')
    const illustrated = fields.includes('media')
    for (const path of put) if (!this.#type(path, typed)) this.#unread.add(path)
    for (const path of removed) this.#unread.delete(path)
    if (arranged) this.#client.arrange(this.#project.paths)
    if (configured) this.#client.configure(this.#project.settings)
    if (illustrated) this.#client.setMedia(this.#project.mediaPaths)
    const touched = put.length + removed.length > 0
    if (touched || arranged || configured || illustrated) this.#touch()
  }

  /** Gives the client what was typed; says no where it is to be given the whole text. */
  #type(path: string, typed: TextEdit[] | undefined): boolean {
    if (!typed || this.#unread.has(path)) return false
    const text = () => this.#project.text(path)
    return this.#client.type({ path, text, length: this.#project.length(path) }, typed)
  }

  /** Gives the client the texts that it has not been given. */
  #pass(): void {
    for (const path of this.#unread) this.#client.put({ path, text: this.#project.text(path) })
    this.#unread.clear()
  }

  get #state(): StoredState {
    const { id, base, paths } = this.#project
    const size = paths.reduce((sum, path) => sum + this.#project.length(path), 0)
    return { id, revision: base.revision, size }
  }

  #touch(): void {
    this.#edits += 1
    this.current = false
    this.trouble = undefined
    this.#latest.soon()
  }

  async #readNow(): Promise<void> {
    const edits = this.#edits
    if (this.current) return
    this.#pass()
    try {
      const { compilation, heldBack } = await this.#client.compile()
      if (this.#edits !== edits) return
      this.compilation = compilation
      this.heldBack = heldBack
      this.current = true
      this.#kept = undefined
      this.#read()
    } catch (error) {
      if (this.#edits !== edits) return
      this.#kept = undefined
      const why = wordedError(error)
      this.trouble = isTrouble(error, 'deadline')
        ? 'Reading this project took too long. Reload the page to try again, or split it into smaller projects.'
        : `This project could not be read (${why}). Your text is safe; reload the page.`
    }
  }
}

function countsOf({ blocks, chapters, cards, diagnostics }: PageCompilation): Counts {
  const problems = { error: 0, warning: 0, info: 0 }
  for (const { severity } of diagnostics) problems[severity] += 1
  return { blocks: blocks.length, chapters: chapters.length, cards: cards.length, problems }
}
