import type { ComparedCard } from '../../laegna.ts'
import type { EarlierFile } from '../../worker/export/earlier-export.ts'
import type { ChangeKind } from '../../worker/export/ledger-keeper.ts'
import type { Exporting } from './exporting.svelte.ts'

/** Cards fetched at once: the page draws the first while the others come. */
const PART = 500

/** The cards of one kind against the last export, or against an earlier one in a file, fetched part by part. */
export class CardChanges {
  kind = $state<ChangeKind>()
  cards = $state.raw<ComparedCard[]>([])
  /** Whether all have come. */
  known = $state(false)
  readonly #exporting: Exporting
  readonly #earlier: EarlierFile | undefined
  #wish = 0

  constructor(exporting: Exporting, earlier?: EarlierFile) {
    this.#exporting = exporting
    this.#earlier = earlier
  }

  /** Shows the cards of a kind, as the last preview counted them. */
  async show(kind: ChangeKind | undefined): Promise<void> {
    const wish = ++this.#wish
    this.kind = kind
    this.cards = []
    this.known = false
    if (!kind) return
    for (;;) {
      const part = await this.#exporting
        .changes(kind, this.cards.length, PART, this.#earlier)
        .catch(() => [])
      if (this.#wish !== wish) return
      this.cards = [...this.cards, ...part]
      if (part.length < PART) break
    }
    this.known = true
  }
}
