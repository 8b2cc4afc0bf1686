import type { KnownFound, ReaderAnswer } from '../protocol/messages.ts'

/** Cards in one message: to read it takes the page a moment in which it stands still. */
const most = 2000

type Told = Extract<ReaderAnswer, { kind: 'cards-found' | 'cards-lost' }>

/** Found cards on their way to the page, part by part. */
export class FoundParts {
  readonly #waiting = new Map<number, KnownFound[][]>()
  #lastRest = 0

  /** The first part of what was found, by file. */
  tell(cards: KnownFound[][]): Told {
    let room = most
    const now = cards.map((some) => {
      const part = some.slice(0, room)
      room -= part.length
      return part
    })
    const later = cards.map((some, at) => some.slice(now[at]?.length ?? 0))
    if (later.every((some) => some.length === 0)) return { kind: 'cards-found', cards: now }
    const rest = ++this.#lastRest
    this.#waiting.set(rest, later)
    return { kind: 'cards-found', cards: now, rest }
  }

  /** The next part; each is told once. */
  tellMore(rest: number): Told {
    const cards = this.#waiting.get(rest)
    this.#waiting.delete(rest)
    return cards ? this.tell(cards) : { kind: 'cards-lost' }
  }
}
