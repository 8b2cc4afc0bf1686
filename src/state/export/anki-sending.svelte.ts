import { wordedError } from '../page/worded.ts'
import { AnkiConnect } from '../../anki-connect/anki-connect.ts'
import { send, type Sent } from '../../anki-connect/send.ts'
import { survey, type Survey } from '../../anki-connect/survey.ts'
import { idField, type SentNote } from '../../laegna.ts'
import type { Exporting } from './exporting.svelte.ts'

/** What sending would do, and by what the export worker knows the cards that Anki has then. */
interface Found {
  survey: Survey
  held: number
  /** Of `Exporting`, when it was asked. */
  learned: number
}

/** Sending cards straight into the Anki of this computer: nothing is contacted before `look`. */
export class AnkiSending {
  /** What it is at; `undefined` while it waits for the person. */
  at = $state<'looking' | 'sending'>()
  /** How far that has come; `total` 0 as long as nobody knows. */
  done = $state(0)
  total = $state(0)
  /** Whether note types that look otherwise in Anki get the look from here; the person decides. */
  takesLook = $state(false)
  /** What was done last. */
  sent = $state.raw<Sent>()
  /** What else to know of it. */
  remarks = $state.raw<string[]>([])
  /** Why it went no further, and what to do, in words for the user. */
  trouble = $state<string>()
  readonly #exporting: Exporting
  #found = $state.raw<Found>()
  #cancel = new AbortController()

  constructor(exporting: Exporting) {
    this.#exporting = exporting
  }

  /** What sending would do; nothing where cards were exported since it was found out. */
  get survey(): Survey | undefined {
    return this.#found?.learned === this.#exporting.learned ? this.#found.survey : undefined
  }

  /** Asks Anki to let the page in, and finds out what sending would do. */
  async look(): Promise<void> {
    await this.#work('looking', async (anki, progress, signal) => {
      this.sent = undefined
      await anki.open()
      const { learned } = this.#exporting
      const { delivery, held } = await this.#exporting.deliver({ progress, signal })
      this.#found = { survey: await survey(anki, delivery, progress), held, learned }
    })
  }

  /** Does what the survey found. */
  async send(): Promise<void> {
    const { survey, takesLook } = this
    const held = this.#found?.held
    if (!survey) return
    const task = { ...survey, looks: takesLook ? survey.looks : [] }
    const added = new Set<SentNote>()
    const adding = (notes: SentNote[]) => {
      for (const note of notes) added.add(note)
    }
    await this.#work('sending', (anki, progress) =>
      this.#exporting.holding(async () => {
        try {
          this.sent = await send(anki, task, progress, adding)
          for (const { note } of this.sent.refused) added.delete(note)
        } finally {
          // What went before a cancel or trouble is in Anki: a package would bring it a second time.
          const guids = Array.from(added, ({ fields }) => fields[idField] ?? '')
          if (this.sent || guids.length > 0) this.remarks = await this.#exporting.keep(held, guids)
        }
      })
    )
  }

  /** Stops; what was sent stays in Anki. */
  cancel(): void {
    this.#cancel.abort()
  }

  /** Other choices were made: what was found out holds no longer. */
  forget(): void {
    this.#found = undefined
    this.takesLook = false
    this.sent = undefined
    this.remarks = []
    this.trouble = undefined
  }

  async #work(
    at: 'looking' | 'sending',
    task: (
      anki: AnkiConnect,
      progress: (done: number, total: number) => void,
      signal: AbortSignal
    ) => Promise<void>
  ): Promise<void> {
    this.forget()
    this.#cancel = new AbortController()
    const { signal } = this.#cancel
    this.at = at
    this.done = this.total = 0
    try {
      const progress = (done: number, total: number): void => {
        this.done = done
        this.total = total
      }
      await task(new AnkiConnect(signal), progress, signal)
    } catch (error) {
      if (!signal.aborted) this.trouble = wordedError(error)
    } finally {
      this.at = undefined
    }
  }
}
