import type { Card } from '../../../document/model.ts'
import { sha256HexOfMany } from '../../sha256-hex.ts'
import { mediaIn, replaceMedia, type MediaTag } from './media-tags.ts'

/** A file of the deck, under the name that its notes say. */
export interface DeckFile {
  name: string
  bytes: Uint8Array
}

/** The media that cards show. Anki keeps all of them in one folder, so names say the content. */
export class DeckMedia {
  readonly #bytes: ReadonlyMap<string, Uint8Array>
  readonly #files = new Map<string, DeckFile>()
  /** The name of each path met so far; undefined where its bytes are not there. */
  readonly #names = new Map<string, string | undefined>()
  readonly #showing = new Set<Card>()

  /** `bytes` by path in the project. */
  constructor(bytes: ReadonlyMap<string, Uint8Array> = new Map<string, Uint8Array>()) {
    this.#bytes = bytes
  }

  /** Of the cards read so far. Same bytes, one file, whatever its paths. */
  get files(): DeckFile[] {
    return [...this.#files.values()]
  }

  /** Paths that cards show, but whose bytes are not there. */
  get unread(): string[] {
    return [...this.#names].filter(([, name]) => name === undefined).map(([path]) => path)
  }

  /** Reads the media that some cards show, before they are placed. */
  async read(cards: Card[]): Promise<void> {
    for (const card of cards) {
      const paths = mediaOf(card)
      if (paths.length === 0) continue
      this.#showing.add(card)
      for (const path of paths) if (!this.#names.has(path)) await this.#readFile(path)
    }
  }

  async #readFile(path: string): Promise<void> {
    const bytes = this.#bytes.get(path)
    if (!bytes) {
      this.#names.set(path, undefined)
      return
    }
    const name = await deckMediaName(path, bytes)
    this.#names.set(path, name)
    this.#files.set(name, { name, bytes })
  }

  /** Whether a card shows any; those that do were read. */
  isShownBy(card: Card): boolean {
    return this.#showing.has(card)
  }

  /** A card for the fields in Anki: names for paths, and `[sound:…]` for what is played. */
  place(card: Card): Card {
    if (!this.#showing.has(card)) return card
    const write = (tag: MediaTag) => this.#write(tag)
    return {
      ...card,
      questionHtml: replaceMedia(card.questionHtml, write),
      answerHtml: replaceMedia(card.answerHtml, write)
    }
  }

  /** `mediaDigest` of a card that was read. */
  digest(card: Card): string | undefined {
    return this.#showing.has(card) ? mediaDigest(card, this.#names) : ''
  }

  #write({ element, path, attributes }: MediaTag): string {
    const name = this.#names.get(path)
    if (name === undefined) return /\salt="([^"]+)"/.exec(attributes)?.[1] ?? ''
    return element === 'img' ? `<img src="${name}"${attributes}>` : `[sound:${name}]`
  }
}

/** Paths of the media that some cards show. */
export function mediaShownBy(cards: Card[]): Set<string> {
  return new Set(cards.flatMap(mediaOf))
}

/** Names of the media of a card, by path, `?` for one not read; undefined where none of them was. */
export function mediaDigest(
  card: Card,
  names: ReadonlyMap<string, string | undefined>
): string | undefined {
  const found = mediaOf(card).map((path) => names.get(path) ?? '?')
  return found.length > 0 && found.every((name) => name === '?') ? undefined : found.join(' ')
}

function mediaOf({ questionHtml, answerHtml }: Card): string[] {
  return [...mediaIn(questionHtml), ...mediaIn(answerHtml)]
}

/**
 * The name of a medium in the deck: `laegna-` and 20 digits of the SHA-256 of its bytes, which Anki
 * and every file system can take.
 */
export async function deckMediaName(path: string, bytes: Uint8Array): Promise<string> {
  const ending = /\.([a-z\d]{1,8})$/i.exec(path)?.[1]?.toLowerCase()
  const hash = (await sha256HexOfMany(new Uint8Array(bytes))).slice(0, 20)
  return ending === undefined ? `laegna-${hash}` : `laegna-${hash}.${ending}`
}
