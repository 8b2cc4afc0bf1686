import { BlobReader, configure, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js'
import { say } from '../../say/say.ts'
import { ExportError } from '../../laegna.ts'
import type { WrittenFile } from '../protocol/messages.ts'

configure({ useWebWorkers: false })

const zipped = new Set(['zip', 'apkg'])

/**
 * Opens each zip that was written and reads all of it, before anybody is offered it: one that is
 * broken helps nobody. Throws `ExportError` where one cannot be read whole.
 */
export async function checkFiles(files: WrittenFile[]): Promise<void> {
  for (const { name, blob } of files) {
    if (!zipped.has(name.split('.').at(-1) ?? '')) continue
    try {
      await readWhole(blob)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new ExportError(
        say(
          '{name} was written, but cannot be opened ({why}), so it is not given out. Try again; if it happens again, export fewer files at once.',
          { name, why }
        )
      )
    }
  }
}

async function readWhole(zip: Blob): Promise<void> {
  const reader = new ZipReader(new BlobReader(zip))
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) await entry.getData(new WritableStream(), { checkSignature: true })
  }
  await reader.close()
}
