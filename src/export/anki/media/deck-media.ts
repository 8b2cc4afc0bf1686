import type { Card } from '../../../document/model.ts'
import { sha256HexOfMany } from '../../shared/sha256-hex.ts'
import type { DeckDiagrams } from './deck-diagrams.ts'
import { mediaDigest, mediaOf, type MediaDigest } from './media-digest.ts'
import { replaceMedia, type MediaTag } from './media-tags.ts'

/** A file of the deck, under the name that its notes say. */
export interface DeckFile {
  name: string
  bytes: Uint8Array
}

/** The media and diagrams that cards show. Anki keeps all in one folder, so names say the content. */
export class DeckMedia {
  readonly #bytes: ReadonlyMap<string, Uint8Array>
  readonly #files = new Map<string, DeckFile>()
  /** The name of each path met so far; undefined where its bytes are not there. */
  readonly #names = new Map<string, string | undefined>()
  readonly #showing = new Set<Card>()
  readonly #diagrams: DeckDiagrams

  /** `bytes` by path in the project. */
  constructor(bytes: ReadonlyMap<string, Uint8Array> | undefined, diagrams: DeckDiagrams) {
    this.#bytes = bytes ?? new Map<string, Uint8Array>()
    this.#diagrams = diagrams
  }

  /** Of the cards placed so far. Same bytes, one file, whatever its paths. */
  get files(): DeckFile[] {
    const drawn = Array.from(this.#diagrams.files, ([name, bytes]) => ({ name, bytes }))
    return [...this.#files.values(), ...drawn]
  }

  /** Paths that cards show, but whose bytes are not there. */
  get unread(): string[] {
    return [...this.#names].filter(([, name]) => name === undefined).map(([path]) => path)
  }

  /** Reads and draws what a card shows, before it is placed; says whether it has diagrams. */
  async read(card: Card): Promise<boolean> {
    const paths = mediaOf(card)
    for (const path of paths) if (!this.#names.has(path)) await this.#readFile(path)
    const holdsDiagrams = await this.#diagrams.draw(card)
    if (paths.length > 0 || holdsDiagrams) this.#showing.add(card)
    return holdsDiagrams
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
    const place = (html: string) => this.#diagrams.place(replaceMedia(html, write))
    return { ...card, questionHtml: place(card.questionHtml), answerHtml: place(card.answerHtml) }
  }

  /** `mediaDigest` of a card that was read. */
  digest(card: Card): MediaDigest {
    if (!this.#showing.has(card)) return { media: '', diagrams: '' }
    return mediaDigest(card, this.#names, this.#diagrams.nameOf)
  }

  #write({ element, path, attributes }: MediaTag): string {
    const name = this.#names.get(path)
    if (name === undefined) return /\salt="([^"]+)"/.exec(attributes)?.[1] ?? ''
    return element === 'img' ? `<img src="${name}"${attributes}>` : `[sound:${name}]`
  }
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
