import type { SourceFile } from '../../document/model.ts'
import type { EditedCard, FindSettings, FoundWords } from '../../laegna.ts'
import { FoundClient } from '../../worker/found/found-client.ts'
import type { FoundInFile, KnownFound } from '../../worker/protocol/messages.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { FoundReview } from './found-review.svelte.ts'
import type { FoundTools } from './found-tools.ts'
import { Latest } from '../sync/latest.ts'
import { plural } from '../../language/plural.ts'

/** Milliseconds between reading the notes and looking through them: keys may go on. */
const pause = 300

/**
 * Cards that the open project's notes hold without tags. While it has no card of its own, or the review
 * is open, they are looked for behind the page after each edit; files that have not changed keep theirs.
 */
export class FoundCards {
  /** In the order of the project; of texts that may have changed since where `current` is false. */
  found = $state.raw<readonly FoundInFile[]>([])
  /** Whether `found` is whole and of the newest texts. */
  current = $state(false)
  /** Characters looked through, of all that are to be, while that is under way. */
  progress = $state.raw<{ done: number; total: number }>()
  /** Paths of files left out because finding in them took too long. */
  slow = $state.raw<string[]>([])
  /** Why nothing can be found, for the user. */
  trouble = $state<string>()
  readonly #skipped = $derived.by(() => new Set(this.#tools.project.skipped))
  /** Those that were not skipped before. */
  readonly offered = $derived(
    this.found.reduce(
      (sum, { cards }) =>
        sum + cards.filter(({ fingerprint }) => !this.#skipped.has(fingerprint)).length,
      0
    )
  )
  readonly review: FoundReview
  readonly #tools: FoundTools
  readonly #client: FoundClient
  readonly #latest = new Latest(() => this.#look())
  #looking = new AbortController()
  /** What each text gave; a slow one nothing. */
  #known = new Map<string, FoundInFile>()

  constructor(tools: FoundTools, client = new FoundClient()) {
    this.#tools = tools
    this.#client = client
    this.review = new FoundReview(tools, this)
    tools.project.listen(({ put, removed, fields }) => {
      // Read by other settings, the same text may hold other cards.
      if (fields.includes('settings')) this.#known.clear()
      else if (put.length + removed.length === 0) return
      this.#looking.abort()
      this.current = false
    })
    $effect.root(() => {
      $effect(() => {
        // Another project: nothing of the one before counts.
        if (tools.project.opened > 0) this.#forget()
      })
      $effect(() => {
        if (!tools.reading.current || !this.#isWanted) this.#looking.abort()
        else if (!this.current) this.#latest.after(tools.view.sheet === 'found' ? 0 : pause)
      })
    })
  }

  /** How many cards the page offers to review: none where the project has cards of its own. */
  get offer(): number {
    return this.#tools.reading.compilation.cards.length === 0 ? this.offered : 0
  }

  /** Whether it is known how many there are. */
  get isKnown(): boolean {
    return this.current || this.trouble !== undefined
  }

  /** Whether a card was skipped before. */
  wasSkipped({ fingerprint }: KnownFound): boolean {
    return this.#skipped.has(fingerprint)
  }

  /** Looks now; settles when all is found, or is known not to be. */
  async look(): Promise<void> {
    await this.#tools.reading.settled()
    await this.#latest.now()
  }

  /** Gives up what is under way; what was found until then stays. */
  cancel(): void {
    this.#looking.abort()
  }

  /** Gives a found card other words. Rejects with a `WorkerTrouble`. */
  edit(file: SourceFile, card: KnownFound, words: FoundWords): Promise<EditedCard> {
    return this.#client.edit(file, card, words, this.#settings)
  }

  /**
   * Files have come in from a sheet that showed them, or to make cards of. Where the project has no card
   * yet, what they may hold is the next thing to look at; else it is offered.
   */
  async showArrivals(files: readonly SourceFile[], before: readonly SourceFile[]): Promise<void> {
    const { project, view } = this.#tools
    const { opened } = project
    await this.look()
    const isFree = project.opened === opened && view.sheet === undefined
    if (this.offer === 0) await this.offerArrivals(files, before)
    else if (isFree) this.review.open({ name: project.name })
  }

  /**
   * Files have come in, some in place of others: what they hold beyond those is offered, once, where
   * the project has cards already. Where it has none the page offers all of them anyway.
   */
  async offerArrivals(files: readonly SourceFile[], before: readonly SourceFile[]): Promise<void> {
    const { project, reading, notices } = this.#tools
    const { opened } = project
    await reading.settled()
    if (reading.compilation.cards.length === 0 || project.opened !== opened) return
    try {
      const old = new Set(await this.#printsOf(before))
      const fresh = await this.#printsOf(files)
      const count = fresh.filter((print) => !old.has(print) && !this.#skipped.has(print)).length
      if (count === 0 || project.opened !== opened) return
      const paths = files.map(({ path }) => path)
      const [first] = paths
      const name =
        paths.length === 1 && first !== undefined
          ? first
          : plural(paths.length, ['{count} new file', '{count} new files'])
      const run = (): void => {
        this.review.open({ name, paths })
      }
      const found = plural(count, [
        '{count} more possible card found.',
        '{count} more possible cards found.'
      ])
      notices.tell(found, [notices.undo(project, run, 'Review')])
    } catch {
      // Nobody asked: it can be looked for by hand, which says what is wrong.
    }
  }

  async #printsOf(files: readonly SourceFile[]): Promise<string[]> {
    const prints: string[] = []
    const { signal } = new AbortController()
    for await (const { found } of this.#client.find(files, this.#settings, signal)) {
      for (const { cards } of found) for (const { fingerprint } of cards) prints.push(fingerprint)
    }
    return prints
  }

  get #settings(): FindSettings {
    const { noteSyntax } = this.#tools.project.settings
    return { noteSyntax }
  }

  get #isWanted(): boolean {
    const { project, reading, view } = this.#tools
    if (view.sheet === 'found') return true
    return !project.sample && reading.compilation.cards.length === 0
  }

  #forget(): void {
    this.#looking.abort()
    this.#known.clear()
    this.found = []
    this.current = false
  }

  async #look(): Promise<void> {
    const { project, reading } = this.#tools
    if (!this.#isWanted || this.current) return
    const { signal } = (this.#looking = new AbortController())
    const files = project.files.filter(({ path }) => !reading.heldBack.includes(path))
    const known = new Map(
      files.flatMap(({ path, text }) => {
        const one = this.#known.get(path)
        return one?.text === text ? [[path, one] as const] : []
      })
    )
    this.#known = known
    const news = files.filter(({ path }) => !known.has(path))
    const slow = this.slow.filter((path) => known.has(path))
    const total = news.reduce((sum, { text }) => sum + text.length, 0)
    this.trouble = undefined
    this.progress = { done: 0, total }
    try {
      let done = 0
      for await (const batch of this.#client.find(news, this.#settings, signal)) {
        for (const one of batch.found) known.set(one.path, one)
        for (const path of batch.slow) {
          slow.push(path)
          known.set(path, { path, text: project.text(path), cards: [] })
        }
        done += lengthOf(batch.found)
        this.progress = { done, total }
        this.#show(files, slow)
      }
      if (signal.aborted) return
      this.#show(files, slow)
      this.current = true
    } catch (error) {
      if (isTrouble(error, 'cancelled')) return
      this.trouble = 'The notes could not be looked through. Reload the page.'
    } finally {
      this.progress = undefined
    }
  }

  #show(files: SourceFile[], slow: string[]): void {
    this.found = files.flatMap(({ path }) => this.#known.get(path) ?? [])
    this.slow = slow
  }
}

function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0)
}
