import {
  BlobReader,
  configure,
  ZipReader,
  type FileEntry
} from '@zip.js/zip.js/lib/zip-core-native.js'
import { isRubbish } from '../left-out.ts'
import { judgeName } from './judge-name.ts'
import { CountingSink } from './counting-sink.ts'
import { salvageZip } from './salvage-zip.ts'
import { tooLarge, tooMany, type ZipContents, type ZipLimits } from './zip-limits.ts'

// The page's policy lets no library start workers of its own.
configure({ useWebWorkers: false })

/**
 * Reads files of a zip whose path is `wanted`. Names that lead out of the project, links and
 * whatever cannot be read are refused, one by one; of a damaged zip as much is read as is sound.
 * Throws `ZipTooLarge` as soon as a limit is passed, before more is read.
 */
export async function readZip(
  zip: Blob,
  limits: ZipLimits,
  wanted: (path: string) => boolean = () => true
): Promise<ZipContents> {
  const reader = new ZipReader(new BlobReader(zip))
  let entries
  try {
    entries = await reader.getEntries()
  } catch {
    return salvageZip(zip, limits, wanted)
  }
  if (entries.length > limits.count) throw tooMany(limits)
  const contents: ZipContents = { files: new Map(), refused: [], damaged: false }
  let room = limits.all
  for (const entry of entries) {
    if (entry.directory || isRubbish(entry.filename)) continue
    const { filename: path } = entry
    const fault = judgeEntry(entry, contents.files)
    if (fault !== undefined) contents.refused.push(fault)
    else if (wanted(path)) {
      const blob = await readEntry(entry, Math.min(limits.each, room), limits)
      if (blob) {
        contents.files.set(path, blob)
        room -= blob.size
      } else {
        contents.refused.push(`${path} is damaged in the zip and was left out.`)
        contents.damaged = true
      }
    }
  }
  await reader.close()
  return contents
}

function judgeEntry(entry: FileEntry, taken: ReadonlyMap<string, Blob>): string | undefined {
  const { filename: path, encrypted, symlink } = entry
  if (encrypted) return `${path} is locked with a password. Unpack the zip yourself.`
  if (symlink) return `${path} is a link to another place and was left out.`
  if (taken.has(path)) return `${path} is in the zip twice: the first was taken.`
  return judgeName(path)
}

async function readEntry(
  entry: FileEntry,
  most: number,
  limits: ZipLimits
): Promise<Blob | undefined> {
  const sink = new CountingSink(most)
  try {
    await entry.getData(sink.stream, { checkSignature: true })
    return sink.blob()
  } catch {
    if (sink.isFull) throw tooLarge(limits, most)
    return undefined
  }
}
