import type { Entry, FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { say, type Said } from '../../say/say.ts'
import { isRubbish } from '../left-out.ts'
import { CountingSink } from './counting-sink.ts'
import { inflate } from './inflate.ts'
import { judgeMethod } from './judge-method.ts'
import { judgeName } from './judge-name.ts'
import { listZip, shareBytes } from './list-zip.ts'
import { fileTooLarge, Room } from './room.ts'
import { salvageZip } from './salvage-zip.ts'
import {
  sharesBytes,
  tooMany,
  type TakeFile,
  type ZipOutcome,
  type ZipReading
} from './zip-limits.ts'

/**
 * Unpacks the files of a zip that are wanted, one after the other, and hands each to `take`. All that
 * the zip says of itself is judged before the first is unpacked, and what comes out is counted while
 * it comes. Names that lead out of the project, links and whatever cannot be read are refused, one
 * by one; of a damaged zip as much is read as is sound. Throws `ZipRefused` for one that is not read.
 * `listed` are its entries, where they are known.
 */
export async function unpackZip(
  zip: Blob,
  reading: ZipReading,
  take: TakeFile,
  listed?: Entry[]
): Promise<ZipOutcome> {
  const { limits, progress } = reading
  const entries = listed ?? (await listZip(zip, limits.count))
  if (!entries) return salvageZip(zip, reading, take)
  if (entries.length > limits.count) throw tooMany(limits)
  if (shareBytes(entries)) throw sharesBytes()
  const outcome: ZipOutcome = { refused: [], damaged: false }
  const files = judgeAll(entries, reading, outcome.refused)
  const room = new Room(limits, zip.size)
  room.expect(files.map(({ uncompressedSize }) => uncompressedSize))
  const packed = files.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  let done = 0
  for (const entry of files) {
    const { filename: path } = entry
    const sink = new CountingSink(room.of(path))
    const isWhole = await unpackEntry(entry, sink)
    if (isWhole) await take({ path, pieces: sink.pieces, size: sink.size })
    else outcome.refused.push(room.judge(path, sink))
    if (!isWhole && !sink.isFull) outcome.damaged = true
    room.fill(sink.size)
    done += entry.compressedSize
    progress?.(done, packed)
  }
  return outcome
}

/** Those that are to be unpacked; sentences about others go to `refused`. */
function judgeAll(
  entries: readonly Entry[],
  { limits, wanted = () => true }: ZipReading,
  refused: Said[]
): FileEntry[] {
  const paths = new Set<string>()
  const files: FileEntry[] = []
  for (const entry of entries) {
    if (entry.directory || isRubbish(entry.filename)) continue
    const { filename: path, uncompressedSize } = entry
    const fault = judgeEntry(entry, paths)
    if (fault !== undefined) refused.push(fault)
    else if (wanted(path, uncompressedSize)) {
      paths.add(path)
      const isLarge = uncompressedSize > limits.each(path)
      const why = isLarge ? fileTooLarge(path, limits) : judgeMethod(path, entry.compressionMethod)
      if (why === undefined) files.push(entry)
      else refused.push(why)
    }
  }
  return files
}

function judgeEntry(entry: FileEntry, taken: ReadonlySet<string>): Said | undefined {
  const { filename: path, encrypted, symlink } = entry
  if (encrypted) return say('{path} is locked with a password. Unpack the zip yourself.', { path })
  if (symlink) return say('{path} is a link to another place and was left out.', { path })
  if (taken.has(path)) return say('{path} is in the zip twice: the first was taken.', { path })
  return judgeName(path)
}

/** Whether all of a file came out, and was what the zip says. */
async function unpackEntry(entry: FileEntry, sink: CountingSink): Promise<boolean> {
  const { readable, writable } = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >()
  // As it is packed: to count it, the library would unpack to its end what has grown too large.
  const reading = entry.getData(writable, { passThrough: true }).catch(async (error: unknown) => {
    await writable.abort(error).catch(() => undefined)
  })
  const { compressionMethod: method, crc32: checksum = 0, uncompressedSize: size } = entry
  const isWhole = await inflate(readable, { method, checksum, size }, sink)
  await reading
  return isWhole
}
