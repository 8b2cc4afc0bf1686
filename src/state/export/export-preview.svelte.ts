import { wordedError } from '../page/worded.ts'
import type { Previewed } from '../../worker/export/export-client.ts'
import type { Exporting } from './exporting.svelte.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { Latest } from '../sync/latest.ts'

const pause = 80

/** What the export in sight will hold, asked anew whenever a choice or a text changes. */
export class ExportPreview {
  /** Of the newest question that was answered. */
  preview = $state.raw<Previewed['preview']>()
  /** How many cards are new, changed, unchanged and gone; absent where no cards go out. */
  changes = $state.raw<Previewed['changes']>()
  /** Why there would be nothing to download, in words for the user. */
  refusal = $state<string>()
  /** The exporter that the two speak of. */
  exporter = $state<string>()
  /** Whether a newer answer is on its way. */
  pending = $state(false)
  readonly #exporting: Exporting
  readonly #latest = new Latest(() => this.#look())
  #wish = { exporter: '', number: 0 }

  constructor(exporting: Exporting) {
    this.#exporting = exporting
  }

  /** Asks what an exporter will write; what was known before stays in sight until then. */
  ask(exporter: string): void {
    this.#wish = { exporter, number: this.#wish.number + 1 }
    this.pending = true
    this.#exporting.hurry()
    this.#latest.after(pause)
  }

  /** Nobody looks any longer. */
  stop(): void {
    this.#wish = { exporter: '', number: this.#wish.number + 1 }
  }

  async #look(): Promise<void> {
    const { exporter, number } = this.#wish
    if (exporter === '') return
    let previewed: Previewed | undefined
    let refusal: string | undefined
    try {
      previewed = await this.#exporting.preview(exporter)
    } catch (error) {
      if (isTrouble(error, 'cancelled')) {
        // An export went before; what it was asked still waits for an answer.
        if (this.#wish.number === number) this.#latest.after(pause)
        return
      }
      refusal = wordedError(error)
    }
    // A newer wish waits: its answer is the one to show.
    if (this.#wish.number !== number) return
    this.preview = previewed?.preview
    this.changes = previewed?.changes
    this.refusal = refusal
    this.exporter = exporter
    this.pending = false
  }
}
