import { sayCount, type Said } from '../../say/say.ts'
import type { ImportedMedium } from '../importer.ts'
import { resolvePath } from './resolve-path.ts'

const shown = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp3|m4a|ogg|wav|mp4|webm)$/i

/** The pictures and sounds of a book that its chapters show. */
export class BookMedia {
  readonly #files: ReadonlyMap<string, Blob>
  readonly #folder: string
  /** Places by path in the book. */
  readonly #places = new Map<string, string>()
  readonly #missing = new Set<string>()

  /** `folder` is that of the Markdown, with its slash. */
  constructor(files: ReadonlyMap<string, Blob>, folder: string) {
    this.#files = files
    this.#folder = folder
  }

  /** The address of a picture that a chapter names; `cid:` for one that cannot be shown; as it is where it is of the web. */
  placeOf(chapter: string, address: string): string | undefined {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return undefined
    const path = resolvePath(chapter, address)
    if (!this.#files.has(path) || !shown.test(path)) {
      this.#missing.add(path)
      return 'cid:missing'
    }
    const known = this.#places.get(path)
    if (known !== undefined) return known
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/[^\p{L}\p{N}.-]+/gu, '-')
    const place = `pictures/${this.#places.size + 1}-${name}`
    this.#places.set(path, place)
    return place
  }

  /** All that were named, with their bytes. */
  async read(): Promise<ImportedMedium[]> {
    const media: ImportedMedium[] = []
    for (const [path, place] of this.#places) {
      const bytes = new Uint8Array((await this.#files.get(path)?.arrayBuffer()) ?? [])
      media.push({ path: this.#folder + place, bytes })
    }
    return media
  }

  /** Sentences about what is not in the book, or cannot be shown. */
  get notes(): Said[] {
    const [first] = this.#missing
    if (first === undefined) return []
    return [
      sayCount(
        this.#missing.size,
        '{count} picture was left out, because it is not in the book or no browser shows it: {first}',
        '{count} pictures were left out, because they are not in the book or no browser shows them: {first} …',
        { first }
      )
    ]
  }
}
