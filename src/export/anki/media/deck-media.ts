import type { Card } from '../../../document/model.ts'
import { sha256HexOfMany } from '../../sha256-hex.ts'
import { mediaIn, replaceMedia, type MediaTag } from './media-tags.ts'

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

  constructor(files: DeckFile[], names: ReadonlyMap<string, string>, unread: string[]) {
    this.files = files
    this.#names = names
    this.unread = unread
  }

  /** The HTML of a card for a field in Anki: names for paths, and `[sound:…]` for what is played. */
  place(html: string): string {
    return replaceMedia(html, (tag) => this.#write(tag))
  }

  /** Names of the media of a card, `?` for one not read; undefined where none of them was. */
  digest({ questionHtml, answerHtml }: Card): string | undefined {
    const paths = [...mediaIn(questionHtml), ...mediaIn(answerHtml)]
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
  const paths = new Set(
    cards.flatMap(({ questionHtml, answerHtml }) => [
      ...mediaIn(questionHtml),
      ...mediaIn(answerHtml)
    ])
  )
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
  return new DeckMedia([...files.values()], names, unread)
}

/** Anki and every file system can take it: `laegna-` and 20 digits of the content's hash. */
async function nameOf(path: string, bytes: Uint8Array): Promise<string> {
  const ending = /\.([a-z\d]{1,8})$/i.exec(path)?.[1]?.toLowerCase()
  const hash = (await sha256HexOfMany(new Uint8Array(bytes))).slice(0, 20)
  return ending === undefined ? `laegna-${hash}` : `laegna-${hash}.${ending}`
}
