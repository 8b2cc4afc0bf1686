import type { Card } from '../../../document/model.ts'
import { sha256HexOfMany } from '../../sha256-hex.ts'
import { holdsMedia, mediaIn, replaceMedia, type MediaTag } from './media-tags.ts'

/** A file of the deck, under the name that its notes say. */
export interface DeckFile {
  name: string
  bytes: Uint8Array
}

/** The media that some cards show. Anki keeps all of them in one folder, so names say the content. */
export class DeckMedia {
  readonly files: DeckFile[]
  readonly #names: ReadonlyMap<string, string>
  /** Paths that cards show, but whose bytes are not there. */
  readonly unread: string[]
  readonly #showing: ReadonlySet<Card>

  /** `showing` are the cards that show any. */
  constructor(
    showing: ReadonlySet<Card>,
    files: DeckFile[],
    names: ReadonlyMap<string, string>,
    unread: string[]
  ) {
    this.#showing = showing
    this.files = files
    this.#names = names
    this.unread = unread
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

  /** Names of the media of a card, `?` for one not read; undefined where none of them was. */
  digest(card: Card): string | undefined {
    if (!this.#showing.has(card)) return ''
    const paths = [...mediaIn(card.questionHtml), ...mediaIn(card.answerHtml)]
    const names = paths.map((path) => this.#names.get(path) ?? '?')
    return paths.length > 0 && names.every((name) => name === '?') ? undefined : names.join(' ')
  }

  #write({ element, path, attributes }: MediaTag): string {
    const name = this.#names.get(path)
    if (name === undefined) return /\salt="([^"]+)"/.exec(attributes)?.[1] ?? ''
    return element === 'img' ? `<img src="${name}"${attributes}>` : `[sound:${name}]`
  }
}

/** Reads the media that cards show. Same bytes, one file, whatever its paths. */
export async function readDeckMedia(
  cards: Card[],
  media: ReadonlyMap<string, Uint8Array> = new Map<string, Uint8Array>()
): Promise<DeckMedia> {
  const showing = new Set<Card>()
  const paths = new Set<string>()
  for (const card of cards) {
    if (!holdsMedia(card.questionHtml) && !holdsMedia(card.answerHtml)) continue
    showing.add(card)
    for (const path of mediaIn(card.questionHtml)) paths.add(path)
    for (const path of mediaIn(card.answerHtml)) paths.add(path)
  }
  const files = new Map<string, DeckFile>()
  const names = new Map<string, string>()
  const unread: string[] = []
  for (const path of paths) {
    const bytes = media.get(path)
    if (!bytes) {
      unread.push(path)
      continue
    }
    const name = await nameOf(path, bytes)
    names.set(path, name)
    files.set(name, { name, bytes })
  }
  return new DeckMedia(showing, [...files.values()], names, unread)
}

/** Anki and every file system can take it: `laegna-` and 20 digits of the content's hash. */
async function nameOf(path: string, bytes: Uint8Array): Promise<string> {
  const ending = /\.([a-z\d]{1,8})$/i.exec(path)?.[1]?.toLowerCase()
  const hash = (await sha256HexOfMany(new Uint8Array(bytes))).slice(0, 20)
  return ending === undefined ? `laegna-${hash}` : `laegna-${hash}.${ending}`
}
