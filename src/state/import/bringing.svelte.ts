import { wordedError } from '../page/worded.ts'
import type { ImportAnswers, Imported } from '../../import/importer.ts'
import { ImportClient } from '../../worker/import/import-client.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { freeName } from '../project/free-name.ts'
import { mediaTypeOf } from '../../import/offered/accept-media.ts'
import type { NewMedium } from '../media/media.svelte.ts'
import type { OfferedFile } from './offered-file.ts'
import type { View } from '../page/view.svelte.ts'
import type { SourceFile } from '../../document/model.ts'
import { plainPath } from '../../import/offered/plain-path.ts'
import { mergeLedgers, type Ledger } from '../../laegna.ts'

/** A file of another program on its way in. */
export interface Brought {
  path: string
  /** What it gives; not there before it is read, and where it cannot be. */
  result?: Imported | undefined
  /** Why it cannot be read, as a sentence. */
  trouble?: string | undefined
  isReading: boolean
  /** How far reading is, from 0 to 1. */
  progress: number
  isWanted: boolean
}

/** What was converted, as it comes in. */
export interface Converted {
  files: SourceFile[]
  media: NewMedium[]
  /** Of cards that Anki has already. */
  ledger?: Ledger | undefined
}

/**
 * Files of other programs that are converted, shown and then added or not. Those that wait are
 * converted one after the other; nothing comes into the project before a person says so.
 */
export class Bringing {
  files = $state.raw<Brought[]>([])
  readonly isReading = $derived(this.files.some(({ isReading }) => isReading))
  /** What becomes of them: nothing where it was cancelled, or the sheet went in another way. */
  readonly settled: Promise<Converted | undefined>
  readonly #view: View
  readonly #sources: OfferedFile[]
  readonly #answers: ImportAnswers[]
  readonly #client = new ImportClient()
  readonly #stop = new AbortController()
  #settle: (converted: Converted | undefined) => void = () => undefined

  constructor(view: View, sources: OfferedFile[]) {
    this.#view = view
    this.#sources = sources
    this.#answers = sources.map(() => ({}))
    this.files = sources.map(({ path }) => {
      return { path, isReading: true, progress: 0, isWanted: true }
    })
    this.settled = new Promise((settle) => (this.#settle = settle))
    const end = $effect.root(() => {
      $effect(() => {
        if (view.sheet !== 'bring') this.cancel()
      })
    })
    void this.settled.then(() => {
      end()
      this.#stop.abort()
      this.#client.stop()
    })
  }

  /** Reads all of them, one after the other. */
  async read(): Promise<void> {
    for (const at of this.#sources.keys()) await this.#readOne(at)
  }

  /** Reads a file again with another answer to what is asked about it. */
  async answer(at: number, id: string, value: string): Promise<void> {
    this.#answers[at] = { ...this.#answers[at], [id]: value }
    this.#change(at, { isReading: true })
    await this.#readOne(at)
  }

  /** Says whether a file is to be added. */
  choose(at: number, isWanted: boolean): void {
    this.#change(at, { isWanted })
  }

  /** Adds what is wanted of them. */
  take(): void {
    const wanted = this.files.flatMap(({ result, isWanted }) =>
      result && isWanted ? [result] : []
    )
    this.#settle(wanted.length > 0 ? together(wanted) : undefined)
    this.#view.sheet = undefined
  }

  /** Adds nothing. */
  cancel(): void {
    this.#settle(undefined)
  }

  async #readOne(at: number): Promise<void> {
    const source = this.#sources[at]
    if (!source) return
    const answers = this.#answers[at] ?? {}
    const { signal } = this.#stop
    const progress = (done: number, total: number): void => {
      this.#change(at, { progress: total > 0 ? done / total : 0 })
    }
    try {
      const { path, file: blob } = source
      const ask = { answers, signal, progress }
      const result = await this.#client.convert({ path, blob }, ask)
      this.#change(at, { result, trouble: undefined, isReading: answers !== this.#answers[at] })
    } catch (error) {
      if (isTrouble(error, 'cancelled')) return
      const trouble = wordedError(error)
      this.#change(at, { result: undefined, trouble, isReading: answers !== this.#answers[at] })
    }
  }

  #change(at: number, change: Partial<Brought>): void {
    this.files = this.files.map((file, index) => (index === at ? { ...file, ...change } : file))
  }
}

/** All in one: where two have the same path, the second gets another. */
function together(results: Imported[]): Converted {
  const files: SourceFile[] = []
  const media: NewMedium[] = []
  const taken = new Set<string>()
  const ledgers = results.flatMap(({ ledger }) => ledger ?? [])
  for (const result of results) {
    for (const file of result.files) {
      const path = freeName(plainPath(file.path), taken)
      taken.add(path)
      files.push({ ...file, path })
    }
    for (const { path, bytes } of result.media) {
      const type = mediaTypeOf(path) ?? ''
      media.push({ path: plainPath(path), blob: new Blob([bytes], { type }) })
    }
  }
  const [first, ...others] = ledgers
  return { files, media, ledger: first && others.reduce(mergeLedgers, first) }
}
