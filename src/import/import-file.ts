import { say, type SaidValue } from '../say/say.ts'
import {
  ImportRefusal,
  type ImportAnswers,
  type Imported,
  type Importer,
  type ImportProgress,
  type ImportSource
} from './importer.ts'
import { importKindOfFile, type ImportKind } from './kinds.ts'

/** Each kind's reader with the libraries that it needs, loaded when the first such file comes. */
const importers: Record<ImportKind, () => Promise<Importer>> = {
  html: async () => (await import('./html/import-html.ts')).importHtml,
  docx: async () => (await import('./docx/import-docx.ts')).importDocx,
  epub: async () => (await import('./epub/import-epub.ts')).importEpub,
  table: async () => (await import('./table/import-table.ts')).importTable,
  deck: async () => (await import('./deck/import-deck.ts')).importDeck,
  'anki-text': async () => (await import('./deck/import-deck.ts')).importAnkiText
}

/** Characters that a text must stay below, as in `accept-file.ts`. */
const mostText = 20_000_000

/** Converts a file to Markdown. Rejects with an `ImportRefusal` for whatever is wrong with it. */
export async function importFile(
  source: ImportSource,
  answers: ImportAnswers,
  progress: ImportProgress
): Promise<Imported> {
  const { path, blob } = source
  const kind = await importKindOfFile(path, blob)
  if (!kind) throw new ImportRefusal(say('{path} is no file that can be converted.', { path }))
  if (blob.size === 0) {
    throw new ImportRefusal(say('{path} is empty: there is nothing to read in it.', { path }))
  }
  const importer = await importers[kind]()
  try {
    return judge(await importer(source, answers, progress), path)
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(path) : error
  }
}

/** Said of what fills the stack or the memory, whatever reads it: nobody can tell beforehand how deep that goes. */
export function tooDeep(path: SaidValue): ImportRefusal {
  return new ImportRefusal(
    say(
      '{path} cannot be read (it is built too deep or is too large). Open it in its own program, save it again, and add that.',
      { path }
    )
  )
}

function judge(imported: Imported, path: string): Imported {
  const files = imported.files.filter(({ text }) => text.trim() !== '')
  if (files.length + imported.media.length + imported.questions.length === 0) {
    throw new ImportRefusal(say('{path} holds no text: there is nothing to add.', { path }))
  }
  const long = files.find(({ text }) => text.length >= mostText)
  if (long) {
    throw new ImportRefusal(
      say(
        '{path} gives more than 20 MB of text in one file, {file}. Split it, for example at its chapters.',
        { path, file: long.path }
      )
    )
  }
  return { ...imported, files }
}
