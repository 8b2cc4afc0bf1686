import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js'
import type { ExportContext } from '../../contract.ts'
import { zipForm } from '../../shared/zip-form.ts'
import { pace } from '../../shared/pace.ts'
import { FileHash } from './file-hash.ts'

/** A file on its way into the zip, its text made piece by piece when its turn comes. */
export interface ArchiveFile {
  /** Path in the zip, `/` between folders. */
  path: string
  text: Iterable<string>
  /** Whether Unix should be able to run it. */
  program?: boolean
}

/** What was written. */
export interface ArchivedFile {
  path: string
  bytes: number
  sha256: string
}

const encoder = new TextEncoder()
/** Pieces are gathered to so many letters before they are pressed. */
const GATHERED = 1 << 16
/** Letters after which the world is let in. */
const BREATH = 1 << 20

// This runs in a worker already, and the page's policy lets no library start its own.
configure({ useWebWorkers: false })

/**
 * Writes a zip in one pass: no text is held longer than it takes to press it, only what comes out is
 * kept. JSZip would ask for every file whole before the first; here the platform presses, which is
 * faster than any script.
 */
export class Archive {
  readonly #zip: ZipWriter<unknown>
  readonly #chunks: Uint8Array[] = []
  readonly #context: ExportContext
  readonly #total: number
  #done = 0
  #breath = 0

  /** `total` are the letters to come, as far as is known: for progress. */
  constructor(context: ExportContext, total: number) {
    this.#context = context
    this.#total = total
    const write = (chunk: Uint8Array) => void this.#chunks.push(chunk)
    this.#zip = new ZipWriter(new WritableStream({ write }), zipForm)
  }

  /** Letters written so far. */
  get written(): number {
    return this.#done
  }

  /** Writes a file. Throws the signal's reason when the export was cancelled. */
  async add({ path, text, program }: ArchiveFile, folder: string): Promise<ArchivedFile> {
    const hash = new FileHash()
    const pieces = gather(text)
    const pull = async (into: ReadableStreamDefaultController<Uint8Array>) => {
      const piece = pieces.next()
      if (piece.done === true) {
        into.close()
        return
      }
      await this.#advance(piece.value.length)
      const bytes = encoder.encode(piece.value)
      hash.update(bytes)
      into.enqueue(bytes)
    }
    await this.#zip.add(`${folder}/${path}`, new ReadableStream({ pull }), {
      unixMode: program ? 0o100755 : 0o100644
    })
    return { path, bytes: hash.size, sha256: await hash.digest() }
  }

  /** The zip. Nothing can be added any more. */
  async finish(): Promise<Uint8Array> {
    await this.#zip.close()
    const zip = new Uint8Array(this.#chunks.reduce((size, { length }) => size + length, 0))
    let end = zip.length
    // From the last on, each let go as soon as it is copied: a large zip must not stand here twice.
    for (let chunk = this.#chunks.pop(); chunk; chunk = this.#chunks.pop()) {
      zip.set(chunk, (end -= chunk.length))
    }
    return zip
  }

  async #advance(letters: number): Promise<void> {
    this.#done += letters
    this.#breath += letters
    if (this.#breath < BREATH) return
    this.#breath = 0
    await pace(this.#context, Math.min(99, 20 + (79 * this.#done) / Math.max(1, this.#total)), 100)
  }
}

/** Small pieces put together: each costs time of its own. */
function* gather(text: Iterable<string>): Generator<string, undefined> {
  let gathered = ''
  for (const piece of text) {
    gathered += piece
    if (gathered.length < GATHERED) continue
    yield gathered
    gathered = ''
  }
  if (gathered !== '') yield gathered
}
