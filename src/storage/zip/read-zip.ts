import type { ZipOutcome, ZipReading } from './zip-limits.ts'
import { unpackZip } from './unpack-zip.ts'

/** The files of a zip by path, in its order, and what came of reading it. */
export interface ZipContents extends ZipOutcome {
  files: Map<string, Blob>
}

/** Unpacks all files of a zip that are wanted; see `unpackZip`. */
export async function readZip(zip: Blob, reading: ZipReading): Promise<ZipContents> {
  const files = new Map<string, Blob>()
  const outcome = await unpackZip(zip, reading, ({ path, pieces }) => {
    files.set(path, new Blob(pieces))
  })
  return { files, ...outcome }
}
