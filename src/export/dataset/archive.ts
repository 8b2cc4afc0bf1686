import JSZip from 'jszip'
import type { ExportContext } from '../exporter.ts'

/** A file on its way into the zip. */
export interface ArchiveFile {
  /** Path in the zip, `/` between folders. */
  path: string
  bytes: Uint8Array<ArrayBuffer>
  /** Whether Unix should be able to run it. */
  program?: boolean
}

/** The earliest time that a zip can hold: same files, same bytes, whenever they are zipped. */
const TIME = new Date(Date.UTC(1980, 0, 1))

/** Zips files in their order. Throws the signal's reason when the export was cancelled. */
export async function zipFiles(files: ArchiveFile[], context: ExportContext): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const { path, bytes, program } of files) {
    // JSZip's own entries for folders carry the clock.
    const unixPermissions = program ? 0o100755 : 0o100644
    zip.file(path, bytes, { date: TIME, createFolders: false, unixPermissions })
  }
  const stream = zip.generateInternalStream({
    type: 'uint8array',
    platform: 'UNIX',
    compression: 'DEFLATE',
    // A fifth faster than the usual 6, for two per cent more.
    compressionOptions: { level: 5 }
  })
  const chunks: Uint8Array[] = []
  await new Promise<void>((resolve, reject) => {
    stream
      .on('data', (chunk, { percent }) => {
        chunks.push(chunk)
        context.progress?.(percent, 100)
        if (!context.signal?.aborted) return
        stream.pause()
        resolve()
      })
      .on('error', reject)
      .on('end', resolve)
      .resume()
  })
  context.signal?.throwIfAborted()
  return joined(chunks)
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
