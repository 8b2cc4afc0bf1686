import { importFile } from '../import/import-file.ts'
import { ImportRefusal, type Imported } from '../import/importer.ts'
import type { ImportRequest } from './messages.ts'
import { serve } from './serve.ts'

// A worker of its own: a file that never ends, or a library that fails, takes nothing else with it.

serve<{ request: ImportRequest; answer: Imported }>(
  async ({ source, answers }, progress) => {
    try {
      const answer = await importFile(source, answers, progress)
      return { answer, transfer: answer.media.map(({ bytes }) => bytes.buffer) }
    } catch (error) {
      throw error instanceof ImportRefusal ? error : refusalFor(error, source.path)
    }
  },
  (error) => error instanceof ImportRefusal
)

/** Libraries throw what they like about files that are damaged. */
function refusalFor(error: unknown, path: string): ImportRefusal {
  const message = error instanceof Error ? error.message : String(error)
  const why = error instanceof RangeError ? 'it is built too deep or is too large' : message
  return new ImportRefusal(
    `${path} cannot be read (${why.replace(/\.$/, '')}). Open it in its own program, save it again, and add that.`
  )
}
