/** A button in a notice. */
export interface NoticeAction {
  label: string
  run: () => unknown
}

/** A message at the edge of the page; those that report trouble stay until they are closed. */
export interface Notice {
  id: number
  tone: 'info' | 'trouble'
  text: string
  details: string[]
  actions: NoticeAction[]
  /** How far the work is that it tells of, from 0 to 1; absent where it tells of none. */
  progress?: number
  /** When it came, in milliseconds. */
  since: number
}

/** Work that takes a while, as its notice shows it. */
export interface Watch {
  /** Aborted where somebody cancels it. */
  signal: AbortSignal
  progress: (done: number, total: number) => void
  /** The work is done, or given up. */
  end: () => void
}

/** The open project, as far as it is to be known again. */
interface OpenProject {
  id: string
  name: string
  opened: number
}

const millisecondsShown = 10_000

/** Milliseconds in which a sentence is read. */
export const millisecondsRead = 2000

/** Milliseconds after which work is shown: what is done sooner needs no words. */
const millisecondsUnseen = 400

/** So many details are listed; of more, how many. */
const mostDetails = 200

/** The messages now in sight. */
export class Notices {
  list = $state.raw<Notice[]>([])
  /** What only a screen reader has to say: the others see it. */
  spoken = $state('')
  /** A few quiet words at the edge of the page, which go by themselves. */
  aside = $state('')
  #lastId = 0
  #asideTimer: ReturnType<typeof setTimeout> | undefined
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  /** What is out of sight, and waits to be seen. */
  #unseen = new Set<number>()

  /** Says something that needs no answer; it goes by itself, and what was told and read before goes now. */
  tell(text: string, actions: NoticeAction[] = []): void {
    this.goOn()
    this.#later(this.#add({ tone: 'info', text, details: [], actions }))
  }

  /** Says something to those who listen to the page; the others see it. */
  say(text: string): void {
    // The same sentence again would be no change, and so not heard.
    this.spoken = this.spoken === text ? `${text}\u00a0` : text
  }

  /** Says something good to know in passing: a few words for the eye, a sentence for the ear. */
  mention(words: string, sentence: string): void {
    this.say(sentence)
    this.aside = words
    clearTimeout(this.#asideTimer)
    this.#asideTimer = setTimeout(() => (this.aside = ''), millisecondsShown)
  }

  /** Offers a choice; it stays until one is made or it is closed. */
  offer(text: string, actions: NoticeAction[]): void {
    this.#add({ tone: 'info', text, details: [], actions })
  }

  /** Says what went wrong and what to do; it stays. */
  warn(text: string, details: string[] = [], actions: NoticeAction[] = []): void {
    this.#add({ tone: 'trouble', text, details, actions })
  }

  /** Shows work that takes a while, how far it is, and a button that cancels it. */
  watch(text: string): Watch {
    const stop = new AbortController()
    const actions = [{ label: 'Cancel', run: () => stop.abort() }]
    let id: number | undefined
    const timer = setTimeout(() => {
      id = this.#add({ tone: 'info', text, details: [], actions, progress: 0 })
    }, millisecondsUnseen)
    return {
      signal: stop.signal,
      progress: (done, total) => {
        const progress = total > 0 ? done / total : 0
        this.list = this.list.map((one) => (one.id === id ? { ...one, progress } : one))
      },
      end: () => {
        clearTimeout(timer)
        if (id !== undefined) this.dismiss(id)
      }
    }
  }

  /** A button that takes back what was done to the open project, or settles it; it touches no other one. */
  undo(project: OpenProject, run: () => unknown, label = 'Undo'): NoticeAction {
    const { id, name, opened } = project
    return {
      label,
      run: () => {
        if (project.id === id || project.opened === opened) return run()
        this.warn(`Nothing was changed, because ${name} is not open any more.`)
        return undefined
      }
    }
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.list = this.list.filter((notice) => notice.id !== id)
    // Who held them with the focus in this one may not be heard to let go of it.
    this.release()
  }

  /** Does what a button says; its notice has served. */
  press(notice: Notice, action: NoticeAction): void {
    this.dismiss(notice.id)
    action.run()
  }

  /** Keeps all notices while somebody reads or reaches for them. */
  hold(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }

  /** Lets them go again. */
  release(): void {
    for (const id of this.#timers.keys()) this.#later(id)
  }

  /** Somebody goes on to something else: what was read, needs no answer and would go by itself has served. */
  goOn(): void {
    const read = Date.now() - millisecondsRead
    for (const { id, actions, since } of this.list) {
      const isSeen = since <= read && !this.#unseen.has(id)
      if (isSeen && actions.length === 0 && this.#timers.has(id)) this.dismiss(id)
    }
  }

  /** Takes which notices are folded: they stay until they have been in sight. */
  fold(folded: readonly Notice[]): void {
    const before = this.#unseen
    this.#unseen = new Set(folded.map(({ id }) => id))
    for (const id of before) {
      if (!this.#unseen.has(id) && this.#timers.has(id)) this.#later(id)
    }
  }

  #add(notice: Omit<Notice, 'id' | 'since'>): number {
    const id = ++this.#lastId
    const same = this.list.find(({ text }) => text === notice.text)
    if (same) this.dismiss(same.id)
    // Two files of one name give the same line twice.
    const all = [...new Set(notice.details)]
    const details = all.slice(0, mostDetails)
    if (all.length > mostDetails) details.push(`And ${all.length - mostDetails} more.`)
    this.list = [...this.list, { ...notice, details, id, since: Date.now() }]
    return id
  }

  #later(id: number): void {
    clearTimeout(this.#timers.get(id))
    const timer = setTimeout(() => {
      if (!this.#unseen.has(id)) this.dismiss(id)
    }, millisecondsShown)
    this.#timers.set(id, timer)
  }
}
