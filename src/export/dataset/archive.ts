import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { Zip, ZipDeflate } from 'fflate'
import type { ExportContext } from '../exporter.ts'
import { pace } from '../pace.ts'

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

/** The earliest time that a zip can hold: same files, same bytes, whenever they are zipped. */
const TIME = new Date(1980, 0, 1)
/** Pieces are gathered to so many letters before they are pressed: small ones cost time. */
const GATHERED = 1 << 16
/** Letters after which the world is let in. */
const BREATH = 1 << 20

/**
 * Writes a zip in one pass: no text is held longer than it takes to press it, only what comes out is
 * kept. JSZip would ask for every file whole before the first.
 */
export class Archive {
  readonly #zip: Zip
  readonly #chunks: Uint8Array[] = []
  readonly #context: ExportContext
  readonly #total: number
  #done = 0
  #breath = 0

  /** `total` are the letters to come, as far as is known: for progress. */
  constructor(context: ExportContext, total: number) {
    this.#context = context
    this.#total = total
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error
      this.#chunks.push(chunk)
    })
  }

  /** Letters written so far. */
  get written(): number {
    return this.#done
  }

  /** Writes a file. Throws the signal's reason when the export was cancelled. */
  async add({ path, text, program }: ArchiveFile, folder: string): Promise<ArchivedFile> {
    const hash = sha256.create()
    const entry = new ZipDeflate(`${folder}/${path}`, { level: 4 })
    entry.mtime = TIME
    entry.os = 3
    entry.attrs = (program ? 0o100755 : 0o100644) << 16
    this.#zip.add(entry)
    let size = 0
    const push = (piece: string) => {
      const bytes = utf8ToBytes(piece)
      size += bytes.length
      hash.update(bytes)
      entry.push(bytes)
    }
    let gathered = ''
    for (const piece of text) {
      gathered += piece
      if (gathered.length < GATHERED) continue
      push(gathered)
      await this.#advance(gathered.length)
      gathered = ''
    }
    push(gathered)
    await this.#advance(gathered.length)
    entry.push(new Uint8Array(0), true)
    return { path, bytes: size, sha256: bytesToHex(hash.digest()) }
  }

  /** The zip. Nothing can be added any more. */
  finish(): Uint8Array {
    this.#zip.end()
    const whole = new Uint8Array(this.#chunks.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const chunk of this.#chunks.splice(0)) {
      whole.set(chunk, at)
      at += chunk.length
    }
    return whole
  }

  async #advance(letters: number): Promise<void> {
    this.#done += letters
    this.#breath += letters
    if (this.#breath < BREATH) return
    this.#breath = 0
    await pace(this.#context, Math.min(99, 20 + (79 * this.#done) / Math.max(1, this.#total)), 100)
  }
}
