import {
  joinParts,
  type MediaUse,
  type MovedLinks,
  type Settings,
  type SourceFile,
  type TextEdit
} from '../../laegna.ts'
import { WorkerBridge } from '../protocol/bridge.ts'
import { changeParts, type Parts } from './compilation-change.ts'
import { deadlineFor } from '../protocol/deadline-for.ts'
import type { ReaderAnswer, ReaderRequest } from '../protocol/messages.ts'
import type { PageCompilation } from './page-problem.ts'
import { ProjectMirror } from './project-mirror.ts'
import type { CompiledNews } from './shown-parts.ts'
import { startReader } from './start-reader.ts'
import { isTrouble } from '../protocol/trouble.ts'
import type { TypedFile } from './typed-file.ts'

/** What was read, and the files left out because reading them took too long. */
export interface Compiled {
  compilation: PageCompilation
  heldBack: string[]
}

/** The files that fixes change, with their new texts, and how many fixes that is. */
export interface Mendings {
  files: SourceFile[]
  fixes: number
}

/** Asked about all files of the project. */
type Question =
  { kind: 'mend' } | { kind: 'media-uses' } | { kind: 'move-medium'; from: string; to: string }

/**
 * Compiles a project in a worker. Changes are collected and travel with the next request, so the
 * latest text wins and only changed files are sent. A file past its deadline is held back until
 * its text changes or it is tried again; all others go on.
 */
export class CompileClient {
  readonly #mirror = new ProjectMirror()
  readonly #bridge: WorkerBridge<ReaderRequest, ReaderAnswer>
  readonly #usualDeadline: (characters: number) => number
  /** How many times the usual deadline work may take: doubled whenever somebody tries again. */
  #patience = 1
  /** Files changed since all was last compiled in time: one of them is to blame for a delay. */
  #suspects = new Set<string>()
  /** What was read last, and the version that the worker knows it by. */
  #known: { version?: number; parts: Parts } = { parts: new Map() }

  constructor(start = () => startReader('compile'), deadline = deadlineFor) {
    this.#bridge = new WorkerBridge(start, () => this.#mirror.forgetSent())
    this.#usualDeadline = deadline
  }

  /** Starts the worker before there is anything to read. */
  begin(): void {
    this.#bridge.begin()
  }

  /** Replaces everything: another project. */
  reset(files: SourceFile[], settings: Settings, media: readonly string[] = []): void {
    this.#mirror.reset(files, settings, media)
    this.#suspects = new Set(this.#mirror.paths())
  }

  /** Takes the newest text of a file, new or known. */
  put(file: SourceFile): void {
    this.#mirror.put(file)
    this.#suspects.add(file.path)
  }

  /** Takes what was typed into a file; says no for one whose whole text is to be `put`. */
  type(file: TypedFile, edits: TextEdit[]): boolean {
    const isTaken = this.#mirror.type(file, edits)
    if (isTaken) this.#suspects.add(file.path)
    return isTaken
  }

  /** Takes the files' order; those not named are gone. */
  arrange(paths: readonly string[]): void {
    this.#mirror.arrange(paths)
  }

  /** What was held back gets another chance, in twice the time. */
  tryAgain(): void {
    this.#patience *= 2
    for (const path of this.#mirror.release()) this.#suspects.add(path)
  }

  configure(settings: Settings): void {
    this.#mirror.configure(settings)
  }

  /** Takes the paths of the project's pictures and sounds. */
  setMedia(paths: readonly string[]): void {
    this.#mirror.setMedia(paths)
  }

  /** Compiles all files but those held back. Rejects with a `WorkerTrouble`. */
  async compile(signal?: AbortSignal): Promise<Compiled> {
    for (;;) {
      let tried: string[] = []
      const request = (): ReaderRequest => {
        tried = [...this.#suspects]
        this.#suspects.clear()
        const { version } = this.#known
        const change = this.#mirror.takeChange()
        return { kind: 'compile', change, ...(version !== undefined && { since: version }) }
      }
      try {
        const answer = await this.#bridge.ask(request, {
          deadline: this.#deadline(this.#mirror.size),
          ...(signal && { signal })
        })
        if (answer.kind !== 'compiled') throw new Error('The worker gave another answer.')
        // What was not read now may still take long.
        if (answer.isKept) for (const path of tried) this.#suspects.add(path)
        return { compilation: this.#learn(answer.news), heldBack: this.#mirror.heldBack }
      } catch (error) {
        for (const path of tried) this.#suspects.add(path)
        // Whatever the worker knows now, it is told everything.
        if (isTrouble(error, 'failed')) this.#mirror.forgetSent()
        if (!isTrouble(error, 'deadline')) throw error
        const slow = await this.#findSlow(signal)
        if (slow.length === 0) throw error
        this.#mirror.hold(slow)
      }
    }
  }

  /**
   * Posts the files and what was read of them to the other end of a channel. Ask for it when all is
   * compiled; rejects with a `WorkerTrouble`.
   */
  async handOver(to: MessagePort): Promise<void> {
    const request = (): ReaderRequest => ({
      kind: 'hand-over',
      change: this.#mirror.takeChange(),
      to
    })
    await this.#bridge.ask(request, {
      deadline: this.#deadline(this.#mirror.size),
      transfer: [to]
    })
  }

  /** Makes all safe fixes in texts that come back. Rejects with a `WorkerTrouble`. */
  async mend(): Promise<Mendings> {
    const answer = await this.#askAll({ kind: 'mend' })
    if (answer.kind !== 'mended') throw new Error('The worker gave another answer.')
    return { files: answer.files, fixes: answer.fixes }
  }

  /** All places that name media of the project. Rejects with a `WorkerTrouble`. */
  async mediaUses(): Promise<MediaUse[]> {
    const answer = await this.#askAll({ kind: 'media-uses' })
    return answer.kind === 'media-used' ? answer.uses : []
  }

  /** The texts, changed, that name a medium which gets another path. Rejects with a `WorkerTrouble`. */
  async moveMedium(from: string, to: string): Promise<MovedLinks> {
    const answer = await this.#askAll({ kind: 'move-medium', from, to })
    if (answer.kind !== 'medium-moved') throw new Error('The worker gave another answer.')
    return { files: answer.files, links: answer.links }
  }

  stop(): void {
    this.#bridge.stop()
  }

  #deadline(characters: number): number {
    return this.#patience * this.#usualDeadline(characters)
  }

  #learn({ version, isWhole, change }: CompiledNews): PageCompilation {
    const before: Parts = isWhole ? new Map() : this.#known.parts
    const parts = changeParts(before, change)
    this.#known = { version, parts }
    return joinParts(parts.values())
  }

  /** Asks about all files at once, and tells what is new first. */
  #askAll(question: Question): Promise<ReaderAnswer> {
    const request = (): ReaderRequest => ({ ...question, change: this.#mirror.takeChange() })
    return this.#bridge.ask(request, { deadline: this.#deadline(this.#mirror.size) })
  }

  /** Compiles each suspect alone: those past the deadline are to blame. */
  async #findSlow(signal?: AbortSignal): Promise<string[]> {
    const { settings } = this.#mirror
    const suspects = [...this.#suspects].filter(
      (path) => this.#mirror.has(path) && !this.#mirror.isHeld(path)
    )
    if (suspects.length === 1 || !settings) return suspects
    const slow: string[] = []
    for (const path of suspects) {
      const file = { path, text: this.#mirror.text(path) }
      try {
        await this.#bridge.ask(() => ({ kind: 'probe', file, settings }), {
          deadline: this.#deadline(file.text.length),
          ...(signal && { signal })
        })
      } catch (error) {
        if (!isTrouble(error, 'deadline')) throw error
        slow.push(path)
      }
    }
    return slow
  }
}
