import { BlobReader, configure, ZipReader, type Entry } from '@zip.js/zip.js/lib/zip-core-native.js'

// The page's policy lets no library start workers of its own.
configure({ useWebWorkers: false })

/**
 * The files and folders that a zip names, in its order, no more than `most` and one: it says so where
 * there are more, and reads no further. `undefined` where it has no sound list.
 */
export async function listZip(zip: Blob, most: number): Promise<Entry[] | undefined> {
  const reader = new ZipReader(new BlobReader(zip))
  const entries: Entry[] = []
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry)
      if (entries.length > most) break
    }
    return entries
  } catch {
    return undefined
  }
}

/** Whether one stretch of the zip is the body of several of these: of each what its list says. */
export function shareBytes(entries: readonly Entry[]): boolean {
  const inOrder = entries
    .filter(({ directory }) => !directory)
    .sort((one, other) => one.offset - other.offset)
  let end = 0
  for (const { offset, rawFilename, compressedSize } of inOrder) {
    if (offset < end) return true
    end = offset + headerSize + rawFilename.length + compressedSize
  }
  return false
}

/** Bytes before the name of a file, where its body begins. */
const headerSize = 30
