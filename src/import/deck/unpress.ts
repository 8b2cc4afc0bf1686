import { Decompress } from 'fzstd'
import { concatBytes } from '@noble/hashes/utils.js'

/** A file that unpacks to more than may be read. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

/** So many bytes are unpacked at a time. */
const PART = 1 << 16

/** Unpacks Zstandard; throws `TooMuch` before it holds more than `most` bytes, another error where it is none. */
export function unpress(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  if (windowOf(bytes) > most * 2 + (1 << 27)) throw new TooMuch()
  const chunks: Uint8Array[] = []
  let length = 0
  const end = { isSeen: false }
  const stream = new Decompress((chunk, final) => {
    length += chunk.length
    if (length > most) throw new TooMuch()
    chunks.push(chunk.slice())
    if (final) end.isSeen = true
  })
  for (let at = 0; at < bytes.length; at += PART) {
    stream.push(bytes.subarray(at, at + PART), at + PART >= bytes.length)
  }
  if (!end.isSeen) throw new Error('The end is missing.')
  return new Uint8Array(concatBytes(...chunks))
}

/** How many bytes its header asks to have at hand, which is a claim. */
function windowOf(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0
  if (descriptor & 32) {
    const sizes = [1, 2, 4, 8]
    const size = sizes[descriptor >> 6] ?? 1
    const ids = [0, 1, 2, 4]
    const from = 5 + (ids[descriptor & 3] ?? 0)
    let claim = 0
    for (let at = size - 1; at >= 0; at--) claim = claim * 256 + (bytes[from + at] ?? 0)
    return claim
  }
  const window = bytes[5] ?? 0
  const base = 2 ** (10 + (window >> 3))
  return base + (base / 8) * (window & 7)
}
