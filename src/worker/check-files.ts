import JSZip from 'jszip'
import { ExportError, type ExportFile } from '../laegna.ts'

const zipped = new Set(['zip', 'apkg'])

/**
 * Opens each zip that was written and reads all of it, before anybody is offered it: one that is
 * broken helps nobody. Throws `ExportError` where one cannot be read whole.
 */
export async function checkFiles(files: ExportFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    if (!zipped.has(name.split('.').at(-1) ?? '')) continue
    try {
      await JSZip.loadAsync(bytes, { checkCRC32: true })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new ExportError(
        `${name} was written, but cannot be opened (${why}), so it is not given out. Try again; if it happens again, export fewer files at once.`
      )
    }
  }
}
