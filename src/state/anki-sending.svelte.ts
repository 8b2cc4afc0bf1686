import { AnkiConnect } from '../anki-connect/anki-connect.ts'
import { send, type Sent } from '../anki-connect/send.ts'
import { survey, type Survey } from '../anki-connect/survey.ts'
import type { Exporting } from './exporting.svelte.ts'

/** Sending cards straight into the Anki of this computer: nothing is contacted before `look`. */
export class AnkiSending {
  /** What it is at; `undefined` while it waits for the person. */
  at = $state<'looking' | 'sending'>()
  /** How far that has come; `total` 0 as long as nobody knows. */
  done = $state(0)
  total = $state(0)
  /** What sending would do. */
  survey = $state.raw<Survey>()
  /** Whether note types that look otherwise in Anki get the look from here; the person decides. */
  takesLook = $state(false)
  /** What was done last. */
  sent = $state.raw<Sent>()
  /** What else to know of it. */
  remarks = $state.raw<string[]>([])
  /** Why it went no further, and what to do, in words for the user. */
  trouble = $state<string>()
  readonly #exporting: Exporting
  #cancel = new AbortController()

  constructor(exporting: Exporting) {
    this.#exporting = exporting
  }

  /** Asks Anki to let the page in, and finds out what sending would do. */
  async look(): Promise<void> {
    await this.#work('looking', async (anki, progress) => {
      this.sent = undefined
      await anki.open()
      this.survey = await survey(anki, await this.#exporting.deliver(), progress)
    })
  }

  /** Does what the survey found. */
  async send(): Promise<void> {
    const { survey: found, takesLook } = this
    if (!found) return
    await this.#work('sending', async (anki, progress) => {
      this.sent = await send(anki, { ...found, looks: takesLook ? found.looks : [] }, progress)
      this.remarks = await this.#exporting.keep()
    })
  }

  /** Stops; what was sent stays in Anki. */
  cancel(): void {
    this.#cancel.abort()
  }

  /** Other choices were made: what was found out holds no longer. */
  forget(): void {
    this.survey = undefined
    this.takesLook = false
    this.sent = undefined
    this.remarks = []
    this.trouble = undefined
  }

  async #work(
    at: 'looking' | 'sending',
    task: (anki: AnkiConnect, progress: (done: number, total: number) => void) => Promise<void>
  ): Promise<void> {
    this.forget()
    this.#cancel = new AbortController()
    const { signal } = this.#cancel
    this.at = at
    this.done = this.total = 0
    try {
      await task(new AnkiConnect(signal), (done, total) => {
        this.done = done
        this.total = total
      })
    } catch (error) {
      if (!signal.aborted) this.trouble = error instanceof Error ? error.message : String(error)
    } finally {
      this.at = undefined
    }
  }
}
