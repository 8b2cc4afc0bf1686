import { CountingSink } from './counting-sink.ts'
import { crc32 } from './crc32.ts'
import { isRubbish } from '../left-out.ts'
import { judgeName } from './judge-name.ts'
import { tooLarge, tooMany, type ZipContents, type ZipLimits } from './zip-limits.ts'

/** A file inside a zip, as its own header says. */
interface Found {
  path: string
  method: number
  packed: Uint8Array
  checksum: number
}

const header = 0x04034b50
const descriptor = 0x08074b50
const deflated = 8
const stored = 0

/**
 * Reads a zip without its directory, which stands at the end and is lost when a copy breaks off:
 * each file has a header of its own before it. What does not unpack to what the checksum says is
 * named and left out.
 */
export async function salvageZip(
  zip: Blob,
  limits: ZipLimits,
  wanted: (path: string) => boolean
): Promise<ZipContents> {
  const found = findFiles(new Uint8Array(await zip.arrayBuffer()))
  if (found.length > limits.count) throw tooMany(limits)
  const contents: ZipContents = { files: new Map(), refused: [], damaged: true }
  let room = limits.all
  for (const file of found) {
    const { path } = file
    if (path.endsWith('/') || isRubbish(path) || contents.files.has(path) || !wanted(path)) continue
    const fault = judgeName(path)
    const most = Math.min(limits.each, room)
    const blob = fault === undefined ? await unpack(file, most, limits) : undefined
    if (blob) {
      contents.files.set(path, blob)
      room -= blob.size
    } else contents.refused.push(fault ?? `${path} is damaged in the zip and was left out.`)
  }
  return contents
}

function findFiles(bytes: Uint8Array): Found[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Found[] = []
  let at = findMark(view, bytes, header, 0)
  while (at >= 0) {
    const nameEnd = at + 30 + view.getUint16(at + 26, true)
    const start = nameEnd + view.getUint16(at + 28, true)
    const { size, checksum } = extent(view, bytes, at, start)
    found.push({
      path: new TextDecoder().decode(bytes.subarray(at + 30, nameEnd)),
      method: view.getUint16(at + 8, true),
      packed: bytes.subarray(start, start + size),
      checksum
    })
    // A size that is damaged, too, must not hide the files behind it.
    const next = start + size <= bytes.length ? start + size : start
    at = findMark(view, bytes, header, next)
  }
  return found
}

/** How many bytes belong to a file, and their checksum: from its header, or from behind its end. */
function extent(view: DataView, bytes: Uint8Array, at: number, start: number) {
  const follows = (view.getUint16(at + 6, true) & 8) !== 0
  const known = { size: view.getUint32(at + 18, true), checksum: view.getUint32(at + 14, true) }
  if (!follows || known.size > 0) return known
  let mark = findMark(view, bytes, descriptor, start)
  while (mark >= 0 && mark + 12 <= bytes.length) {
    const size = mark - start
    if (view.getUint32(mark + 8, true) === size) {
      return { size, checksum: view.getUint32(mark + 4, true) }
    }
    mark = findMark(view, bytes, descriptor, mark + 1)
  }
  return { size: 0, checksum: 0 }
}

function findMark(view: DataView, bytes: Uint8Array, mark: number, from: number): number {
  let at = bytes.indexOf(0x50, from)
  while (at >= 0 && at + 30 <= bytes.length) {
    if (view.getUint32(at, true) === mark) return at
    at = bytes.indexOf(0x50, at + 1)
  }
  return -1
}

async function unpack(
  { method, packed, checksum }: Found,
  most: number,
  limits: ZipLimits
): Promise<Blob | undefined> {
  if (method !== deflated && method !== stored) return undefined
  const sink = new CountingSink(most)
  const bytes = new Blob([new Uint8Array(packed)]).stream()
  const stream =
    method === stored ? bytes : bytes.pipeThrough(new DecompressionStream('deflate-raw'))
  try {
    await stream.pipeTo(sink.stream)
  } catch {
    if (sink.isFull) throw tooLarge(limits, most)
    return undefined
  }
  const blob = sink.blob()
  return crc32(new Uint8Array(await blob.arrayBuffer())) === checksum ? blob : undefined
}
