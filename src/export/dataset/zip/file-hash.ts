import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { sha256HexOfMany } from '../../shared/sha256-hex.ts'

/** Bytes up to which a file is kept to be hashed whole. */
const KEPT = 16_000_000

/**
 * SHA-256 of a file that comes in pieces. The platform hashes ten times as fast as any script, but
 * only what it is given whole: so it gets all files but the longest, which would take a copy in memory.
 */
export class FileHash {
  /** Bytes so far. */
  size = 0
  #pieces: Uint8Array[] = []
  #long: ReturnType<typeof sha256.create> | undefined

  update(piece: Uint8Array): void {
    this.size += piece.length
    if (this.#long) this.#long.update(piece)
    else this.#pieces.push(piece)
    if (this.#long || this.size <= KEPT) return
    this.#long = sha256.create()
    for (const kept of this.#pieces.splice(0)) this.#long.update(kept)
  }

  /** 64 hex digits. */
  async digest(): Promise<string> {
    if (this.#long) return bytesToHex(this.#long.digest())
    return sha256HexOfMany(new Uint8Array(concatBytes(...this.#pieces.splice(0))))
  }
}
