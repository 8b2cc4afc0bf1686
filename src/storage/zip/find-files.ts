import type { Packing } from './as-gzip.ts'

/** A file inside a zip, as its own header says. */
export interface FoundFile extends Packing {
  path: string
  packed: Uint8Array<ArrayBuffer>
}

/** Bytes of a file's body, packed and unpacked, and their checksum. */
interface Extent extends Omit<Packing, 'method'> {
  packedSize: number
}

const header = 0x04034b50
const descriptor = 0x08074b50

/**
 * The files of a zip by the headers before them, no more than `most` and one; in time that grows as
 * the zip does, whatever is in it.
 */
export function findFiles(bytes: Uint8Array<ArrayBuffer>, most: number): FoundFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = findEnds(view, bytes)
  const found: FoundFile[] = []
  let at = findMark(view, bytes, header, 0)
  while (at >= 0 && at + 30 <= bytes.length && found.length <= most) {
    const nameEnd = at + 30 + view.getUint16(at + 26, true)
    const start = nameEnd + view.getUint16(at + 28, true)
    const { packedSize, ...content } = extentOf(view, at, ends.get(start))
    found.push({
      path: new TextDecoder().decode(bytes.subarray(at + 30, nameEnd)),
      method: view.getUint16(at + 8, true),
      packed: bytes.subarray(start, start + packedSize),
      ...content
    })
    // A size that is damaged, too, must not hide the files behind it.
    const next = start + packedSize <= bytes.length ? start + packedSize : start
    at = findMark(view, bytes, header, next)
  }
  return found
}

/** What belongs to a file: as its header says or, where that leaves it open, what stands behind its end. */
function extentOf(view: DataView, at: number, end: Extent | undefined): Extent {
  const follows = (view.getUint16(at + 6, true) & 8) !== 0
  const packedSize = view.getUint32(at + 18, true)
  if (!follows || packedSize > 0) return { packedSize, ...contentAt(view, at + 14, at + 22) }
  return end ?? { packedSize: 0, checksum: 0, size: 0 }
}

function contentAt(view: DataView, checksumAt: number, sizeAt: number): Omit<Packing, 'method'> {
  return { checksum: view.getUint32(checksumAt, true), size: view.getUint32(sizeAt, true) }
}

/** What stands behind the ends of files, by where the body begins that each is about. */
function findEnds(view: DataView, bytes: Uint8Array): Map<number, Extent> {
  const ends = new Map<number, Extent>()
  let at = findMark(view, bytes, descriptor, 0)
  while (at >= 0 && at + 16 <= bytes.length) {
    const packedSize = view.getUint32(at + 8, true)
    const start = at - packedSize
    if (start >= 0 && !ends.has(start)) {
      ends.set(start, { packedSize, ...contentAt(view, at + 4, at + 12) })
    }
    at = findMark(view, bytes, descriptor, at + 4)
  }
  return ends
}

function findMark(view: DataView, bytes: Uint8Array, mark: number, from: number): number {
  let at = bytes.indexOf(0x50, from)
  while (at >= 0 && at + 4 <= bytes.length) {
    if (view.getUint32(at, true) === mark) return at
    at = bytes.indexOf(0x50, at + 1)
  }
  return -1
}
