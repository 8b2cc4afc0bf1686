import { looksLikeMarkdown } from '../../import/offered/accept-file.ts'
import { bytesOf } from '../../storage/media.ts'
import type { OfferedFile } from './offered-file.ts'

/** So many files are on their way at once. */
const most = 32
/** Larger ones, in bytes, are read when it is their turn. */
const small = 200_000

type Bytes = ReturnType<typeof bytesOf>

/** Reads texts before it is their turn: a disk answers many questions as fast as one. */
export class ReadAhead {
  readonly #offered: OfferedFile[]
  readonly #reading = new Map<Blob, Bytes>()
  #next = 0

  constructor(offered: OfferedFile[]) {
    this.#offered = offered
  }

  /** It is the turn of the file with this index. */
  turnTo(index: number): void {
    const end = Math.min(index + most, this.#offered.length)
    for (this.#next = Math.max(this.#next, index); this.#next < end; this.#next++) {
      const one = this.#offered[this.#next]
      if (one && looksLikeMarkdown(one.path) && one.file.size < small) {
        this.#reading.set(one.file, bytesOf(one.file))
      }
    }
  }

  /** How a file begins, where it is read already. */
  async beginOf(file: Blob): Promise<string | undefined> {
    const bytes = await this.#reading.get(file)
    return bytes && new TextDecoder().decode(bytes.subarray(0, 200))
  }

  /** Bytes of a file; undefined where it cannot be read. */
  bytesOf(file: Blob): Bytes {
    const reading = this.#reading.get(file)
    this.#reading.delete(file)
    return reading ?? bytesOf(file)
  }
}
