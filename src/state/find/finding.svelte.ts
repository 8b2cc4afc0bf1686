import type { SourceFile } from '../../document/model.ts'
import type { FindClient } from '../../worker/found/find-client.ts'
import type { FindQuery, FoundFile } from '../../worker/found/find-text.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import type { Project } from '../project/project.svelte.ts'
import type { View } from '../page/view.svelte.ts'

/** More places than this are counted but not listed. */
const mostListed = 2000
const pause = 150

/** Finding in all files of the project. What is found is found again after every edit. */
export class Finding {
  text = $state('')
  replacement = $state('')
  regex = $state(false)
  matchCase = $state(false)
  wholeWords = $state(false)
  /** In the order of the project. */
  found = $state.raw<FoundFile[]>([])
  /** Whether `found` is whole and of the newest texts. */
  current = $state(true)
  /** Why nothing can be found, for the user. */
  trouble = $state<string>()
  readonly count = $derived(this.found.reduce((sum, { count }) => sum + count, 0))
  readonly listed = $derived(this.found.reduce((sum, { matches }) => sum + matches.length, 0))
  readonly #project: Project
  readonly #view: View
  #client: Promise<FindClient> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #search = new AbortController()

  constructor(project: Project, view: View) {
    this.#project = project
    this.#view = view
    project.listen(() => this.#later())
  }

  get query(): FindQuery {
    const { text, regex, matchCase, wholeWords } = this
    return { text, regex, matchCase, wholeWords }
  }

  /** Opens the panel, on what is selected somewhere if anything. */
  show(text = ''): void {
    this.#view.showFinding()
    if (text !== '') this.text = text
    void this.search()
  }

  close(): void {
    this.#view.finding = false
    this.#search.abort()
  }

  /** Looks for what the fields say; a search that is under way is given up. */
  async search(): Promise<void> {
    clearTimeout(this.#timer)
    this.#search.abort()
    const { signal } = (this.#search = new AbortController())
    this.trouble = this.#fault()
    if (this.text === '' || this.trouble !== undefined) {
      this.found = []
      this.current = true
      return
    }
    this.current = false
    try {
      const found: FoundFile[] = []
      const client = await this.#ask()
      for await (const batch of client.find(this.#project.files, this.query, mostListed, signal)) {
        if (signal.aborted) return
        for (const one of batch) found.push(one)
        this.found = [...found]
      }
      if (signal.aborted) return
      this.found = found
      this.current = true
    } catch (error) {
      if (signal.aborted) return
      this.found = []
      this.current = true
      this.trouble = reasonOf(error)
    }
  }

  /**
   * The files as they are after all matches, or one, are replaced; undefined where that failed, of
   * which `trouble` says why.
   */
  async replaced(one?: { path: string; start: number }): Promise<Replaced | undefined> {
    const { files } = this.#project
    const chosen = one ? files.filter(({ path }) => path === one.path) : files
    try {
      const client = await this.#ask()
      return await client.replace(chosen, this.query, this.replacement, one?.start)
    } catch (error) {
      this.trouble = reasonOf(error)
      return undefined
    }
  }

  #ask(): Promise<FindClient> {
    return (this.#client ??= import('../../worker/found/find-client.ts').then(
      ({ FindClient }) => new FindClient()
    ))
  }

  #fault(): string | undefined {
    if (!this.regex) return undefined
    try {
      new RegExp(this.text, 'u')
      return undefined
    } catch {
      return 'This is no regular expression yet. Check its brackets and backslashes.'
    }
  }

  #later(): void {
    if (!this.#view.finding) return
    this.current = false
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.search(), pause)
  }
}

/** Files with their new texts, and how many matches were replaced. */
export interface Replaced {
  files: SourceFile[]
  count: number
}

function reasonOf(error: unknown): string {
  return isTrouble(error, 'deadline')
    ? 'This expression takes too long. Make it simpler, for example with fewer stars.'
    : 'Nothing could be searched. Reload the page.'
}
