import { say, sayCount, type Said } from '../../say/say.ts'
import type { WrittenDecks } from './deck-files.ts'
import type { Reason } from './note-card.ts'
import type { NoteSides } from './note-sides.ts'
import type { DeckNote, ReadDeck } from './read-deck.ts'

const reasons: Record<Reason, (notes: number) => Said> = {
  occlusion: (notes) =>
    sayCount(
      notes,
      '{count} note is a picture with covered parts: left out.',
      '{count} notes are pictures with covered parts: left out.'
    ),
  front: (notes) =>
    sayCount(
      notes,
      '{count} note has an empty front: left out.',
      '{count} notes have an empty front: left out.'
    ),
  back: (notes) =>
    sayCount(
      notes,
      '{count} note has an empty back: left out.',
      '{count} notes have an empty back: left out.'
    ),
  gaps: (notes) =>
    sayCount(
      notes,
      '{count} note is a sentence without a gap: left out.',
      '{count} notes are sentences without a gap: left out.'
    )
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

  /** Why there is nothing to take. */
  refusal(path: string): Said {
    const [first, ...others] = this.#outSentences()
    if (!first) return say('{path} holds no notes.', { path })
    const why = others.reduce((all, next) => say('{all} {next}', { all, next }), first)
    return say('{path} gives no cards. {why}', { path, why })
  }

  /** What came of it, each a sentence. */
  sentences({ placed, decks, unsaid }: WrittenDecks): Said[] {
    const same = placed.length - this.#fresh - this.unread
    const sentences = [cameFrom(placed.length, decks), ...this.#outSentences()]
    if (same > 0) sentences.push(this.#editable(same, same === placed.length))
    if (this.#fresh > 0) {
      sentences.push(
        sayCount(
          this.#fresh,
          '{count} note has several fields on a side or no identity: here they become new cards, which a download adds to Anki beside those notes.',
          '{count} notes have several fields on a side or no identity: here they become new cards, which a download adds to Anki beside those notes.'
        )
      )
    }
    if (this.unread > 0) {
      sentences.push(
        sayCount(
          this.unread,
          '{count} note could not be read as a card: the problem list shows where.',
          '{count} notes could not be read as a card: the problem list shows where.'
        )
      )
    }
    if (this.#fields.size > 0) sentences.push(this.#fieldSentence())
    if (unsaid.size > 0) {
      const kept = keptTags(unsaid.size)
      const without = withoutTags(this.#untagged)
      sentences.push(this.#untagged > 0 ? say('{kept} {without}', { kept, without }) : kept)
    }
    return sentences
  }

  #outSentences(): Said[] {
    return [...this.#out].map(([reason, count]) => reasons[reason](count))
  }

  #editable(notes: number, areAll: boolean): Said {
    if (this.#deck.form === 'package') {
      return areAll
        ? say(
            'All of them can be edited here: download the Anki package and import it in Anki, which updates these very notes and keeps their schedules.'
          )
        : sayCount(
            notes,
            '{count} note can be edited here: download the Anki package and import it in Anki, which updates these very notes and keeps their schedules.',
            '{count} notes can be edited here: download the Anki package and import it in Anki, which updates these very notes and keeps their schedules.'
          )
    }
    return areAll
      ? say(
          'All of them can be edited here: download the text file and import it in Anki, which updates these very notes and keeps their schedules.'
        )
      : sayCount(
          notes,
          '{count} note can be edited here: download the text file and import it in Anki, which updates these very notes and keeps their schedules.',
          '{count} notes can be edited here: download the text file and import it in Anki, which updates these very notes and keeps their schedules.'
        )
  }

  #fieldSentence(): Said {
    const names = [...this.#fields].sort(([, a], [, b]) => b - a)
    const shown = names
      .slice(0, 5)
      .map(([name, count]) =>
        sayCount(count, '{name} ({count} note)', '{name} ({count} notes)', { name })
      )
      .reduce((all, next) => say('{all}, {next}', { all, next }))
    const more = names.length - 5
    const fields = more > 0 ? say('{names} and {more} more', { names: shown, more }) : shown
    return say(
      'Fields that the first card of a note does not show are left out here and stay as they are in Anki: {fields}.',
      { fields }
    )
  }
}

function cameFrom(notes: number, decks: number): Said {
  const from = sayCount(decks, '{count} deck', '{count} decks')
  return sayCount(notes, '{count} note of {from} of Anki.', '{count} notes of {from} of Anki.', {
    from
  })
}

function keptTags(tags: number): Said {
  return sayCount(
    tags,
    '{count} tag that not all cards of a file have is not in the text; the notes keep them in Anki.',
    '{count} tags that not all cards of a file have are not in the text; the notes keep them in Anki.'
  )
}

function withoutTags(cards: number): Said {
  return sayCount(cards, '{count} new card goes without.', '{count} new cards go without.')
}
