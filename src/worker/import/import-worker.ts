import { say, type SaidValue } from '../../say/say.ts'
import { importFile, tooDeep } from '../../import/import-file.ts'
import { ImportRefusal } from '../../import/importer.ts'
import type { ImportAnswer, ImportRequest } from '../protocol/messages.ts'
import { serve, type Progress, type Served } from '../protocol/serve.ts'

// A worker of its own: a file that never ends, or a library that fails, takes nothing else with it.

serve<{ request: ImportRequest; answer: ImportAnswer }>(
  async (request, progress) => {
    try {
      return await answer(request, progress)
    } catch (error) {
      if (error instanceof ImportRefusal) throw error
      throw refusalFor(
        error,
        request.kind === 'file' ? request.source.path : say('What was pasted')
      )
    }
  },
  (error) => error instanceof ImportRefusal
)

async function answer(request: ImportRequest, progress: Progress): Promise<Served<ImportAnswer>> {
  if (request.kind === 'file') {
    const imported = await importFile(request.source, request.answers, progress)
    const transfer = imported.media.map(({ bytes }) => bytes.buffer)
    return { answer: { kind: 'imported', imported }, transfer }
  }
  const { pasteHtml } = await import('../../import/html/pasted-html.ts')
  return { answer: { kind: 'pasted', pasted: pasteHtml(request.pasted) } }
}

/** Libraries throw what they like about files that are damaged. */
function refusalFor(error: unknown, path: SaidValue): ImportRefusal {
  if (error instanceof RangeError) return tooDeep(path)
  const message = error instanceof Error ? error.message : String(error)
  return new ImportRefusal(
    say('{path} cannot be read ({why}). Open it in its own program, save it again, and add that.', {
      path,
      why: message.replace(/\.$/, '')
    })
  )
}
