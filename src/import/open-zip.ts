import { say, type Said } from '../say/say.ts'
import { ZipRefused, type ZipLimits } from '../storage/zip/zip-limits.ts'
import { readZip } from '../storage/zip/read-zip.ts'
import { ImportRefusal, type ImportSource } from './importer.ts'

/** More than any document: one that says it holds more, or unpacks to more, is not read. */
const limits: ZipLimits = { count: 20_000, each: () => 200_000_000, all: 500_000_000 }

/** What documents begin with that are no zip: old ones of Word, and those with a password. */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Unpacks a document that is a zip, by path, within limits that hold whatever the zip says of itself.
 * Throws `ImportRefusal`; `unsound` says that it is not what it should be.
 */
export async function openZip(
  { path, blob }: ImportSource,
  unsound: (path: string) => Said
): Promise<ReadonlyMap<string, Blob>> {
  const begin = new Uint8Array(await blob.slice(0, 4).arrayBuffer())
  if (oldOffice.every((byte, at) => begin[at] === byte)) {
    throw new ImportRefusal(
      say(
        '{path} is an old Word file (.doc), or locked with a password. Open it in Word, save it as .docx without a password, and add that.',
        { path }
      )
    )
  }
  try {
    const { files, refused, damaged } = await readZip(blob, { limits })
    if (files.size > 0 && !damaged && refused.length === 0) return files
    if (!damaged && refused[0] !== undefined) {
      throw new ImportRefusal(say('{path} is not read: {why}', { path, why: refused[0] }))
    }
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    throw new ImportRefusal(say('{path} is not read: {why}', { path, why: error.said }))
  }
  throw new ImportRefusal(unsound(path))
}
