import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PO from 'pofile'
import { root } from './extract.ts'
import { keyOf } from './text.ts'

/** Where the catalogue of a language is. */
export function catalogueFile(code: string): string {
  return join(root, 'src/language/catalogues', `${code}.po`)
}

/** The catalogue of a language; undefined where there is none, as for English. */
export function readCatalogue(code: string): PO | undefined {
  const file = catalogueFile(code)
  return existsSync(file) ? PO.parse(readFileSync(file, 'utf8')) : undefined
}

/** What a catalogue says for each text, by its key: one wording, or one for each kind of number. */
export function wordings(catalogue: PO | undefined): Map<string, string[]> {
  const translated = (catalogue?.items ?? []).filter(
    ({ msgstr, obsolete }) => !obsolete && msgstr.length > 0 && msgstr.every((form) => form !== '')
  )
  return new Map(
    translated.map((item) => [
      keyOf({ id: item.msgid, plural: item.msgid_plural ?? undefined }),
      item.msgstr
    ])
  )
}
