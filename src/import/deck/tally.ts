import type { WrittenDecks } from './deck-files.ts'
import type { Reason } from './note-card.ts'
import type { NoteSides } from './note-sides.ts'
import type { DeckNote, ReadDeck } from './read-deck.ts'

const reasons: Record<Reason, [one: string, many: string]> = {
  occlusion: ['is a picture with covered parts', 'are pictures with covered parts'],
  front: ['has an empty front', 'have an empty front'],
  back: ['has an empty back', 'have an empty back'],
  gaps: ['is a sentence without a gap', 'are sentences without a gap']
}

/** Counts what becomes of notes, so that nothing is left out in silence. */
export class Tally {
  /** Notes whose text here is read as no card. */
  unread = 0
  readonly #deck: Pick<ReadDeck, 'form' | 'notes'>
  readonly #out = new Map<Reason, number>()
  readonly #fields = new Map<string, number>()
  #fresh = 0
  #untagged = 0

  constructor(deck: Pick<ReadDeck, 'form' | 'notes'>) {
    this.#deck = deck
  }

  leaveOut(reason: Reason): void {
    this.#out.set(reason, (this.#out.get(reason) ?? 0) + 1)
  }

  take({ type }: DeckNote, { left }: NoteSides): void {
    for (const at of left) {
      const name = type.fields[at] ?? ''
      this.#fields.set(name, (this.#fields.get(name) ?? 0) + 1)
    }
  }

  /** A note that becomes a card which Anki does not have. */
  asNew({ tags }: DeckNote): void {
    this.#fresh += 1
    if (tags.length > 0) this.#untagged += 1
  }

  /** Why there is nothing to take, as a sentence. */
  refusal(path: string): string {
    const { length } = this.#deck.notes
    if (length === 0) return `${path} holds no notes.`
    return `${path} gives no cards. ${this.#outSentences().join(' ')}`
  }

  /** What came of it, each a sentence. */
  sentences({ placed, decks, unsaid }: WrittenDecks): string[] {
    const same = placed.length - this.#fresh - this.unread
    const again = this.#deck.form === 'package' ? 'Anki package' : 'text file'
    const sentences = [
      `${inWords(placed.length, 'note')} of ${inWords(decks, 'deck')} of Anki.`,
      ...this.#outSentences()
    ]
    if (same > 0) {
      sentences.push(
        `${same === placed.length ? 'All of them' : inWords(same, 'note')} can be edited here: download the ${again} and import it in Anki, which updates these very notes and keeps their schedules.`
      )
    }
    if (this.#fresh > 0) {
      sentences.push(
        `${inWords(this.#fresh, 'note')} ${this.#fresh === 1 ? 'has' : 'have'} several fields on a side or no identity: here they become new cards, which a download adds to Anki beside those notes.`
      )
    }
    if (this.unread > 0) {
      sentences.push(
        `${inWords(this.unread, 'note')} could not be read as a card: the problem list shows where.`
      )
    }
    if (this.#fields.size > 0) sentences.push(this.#fieldSentence())
    if (unsaid.size > 0) {
      const go = this.#untagged === 1 ? 'goes' : 'go'
      const lost =
        this.#untagged > 0 ? ` ${inWords(this.#untagged, 'new card')} ${go} without.` : ''
      sentences.push(
        `${inWords(unsaid.size, 'tag')} that not all cards of a file have ${unsaid.size === 1 ? 'is' : 'are'} not in the text; the notes keep them in Anki.${lost}`
      )
    }
    return sentences
  }

  #outSentences(): string[] {
    return [...this.#out].map(([reason, count]) => {
      const [one, many] = reasons[reason]
      return `${inWords(count, 'note')} ${count === 1 ? one : many}: left out.`
    })
  }

  #fieldSentence(): string {
    const names = [...this.#fields].sort(([, a], [, b]) => b - a)
    const shown = names.slice(0, 5).map(([name, count]) => `${name} (${inWords(count, 'note')})`)
    const more = names.length > 5 ? ` and ${String(names.length - 5)} more` : ''
    return `Fields that the first card of a note does not show are left out here and stay as they are in Anki: ${shown.join(', ')}${more}.`
  }
}

function inWords(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count.toLocaleString('en')} ${noun}s`
}
