import { Decompress } from 'fzstd'
import { concatBytes } from '@noble/hashes/utils.js'

/** A file that unpacks to more than may be read. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

/** So many bytes are unpacked at a time. */
const PART = 1 << 16

/** Bytes that a frame may ask to have at hand: Zstandard itself gives no more unless it is told to. */
const MOST_WINDOW = 1 << 27

/** Bytes at hand that may be moved in all, and for each byte of the file: small blocks move them again and again. */
const MOST_MOVED = 2e9
const MOVED_EACH = 4000

/** Unpacks Zstandard; throws `TooMuch` before it holds more than `most` bytes, another error where it is none. */
export function unpress(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  judgeFrames(bytes)
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

/** Goes over all frames and the blocks in them, and judges what they ask for before anything is unpacked. */
function judgeFrames(bytes: Uint8Array): void {
  let moved = 0
  for (let at = 0; at < bytes.length;) {
    if (isSkipped(bytes, at)) {
      at += 8 + numberAt(bytes, at + 4, 4)
      continue
    }
    const { window, begin, hasSum } = frameAt(bytes, at)
    if (window > MOST_WINDOW) throw new TooMuch()
    at = begin
    for (let isLast = false; !isLast && at < bytes.length;) {
      const header = numberAt(bytes, at, 3)
      isLast = (header & 1) === 1
      const isRepeated = ((header >> 1) & 3) === 1
      at += 3 + (isRepeated ? 1 : header >> 3)
      moved += window
      if (moved > MOST_MOVED + MOVED_EACH * bytes.length) throw new TooMuch()
    }
    if (hasSum) at += 4
  }
}

/** Whether a frame holds nothing to unpack. */
function isSkipped(bytes: Uint8Array, at: number): boolean {
  return numberAt(bytes, at, 4) >>> 4 === 0x184d2a5
}

/** How many bytes a frame asks to have at hand, which is a claim, where its blocks begin, and whether a sum stands behind them. */
function frameAt(
  bytes: Uint8Array,
  at: number
): { window: number; begin: number; hasSum: boolean } {
  const descriptor = bytes[at + 4] ?? 0
  const isSingle = (descriptor & 32) > 0
  const ids = [0, 1, 2, 4][descriptor & 3] ?? 0
  const sizes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  const from = at + (isSingle ? 5 : 6) + ids
  const own = bytes[at + 5] ?? 0
  const base = 2 ** (10 + (own >> 3))
  const window = isSingle ? numberAt(bytes, from, sizes) : base + (base / 8) * (own & 7)
  return { window, begin: from + sizes, hasSum: (descriptor & 4) > 0 }
}

/** A number of some bytes, the smallest first. */
function numberAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let byte = count - 1; byte >= 0; byte--) value = value * 256 + (bytes[at + byte] ?? 0)
  return value
}
