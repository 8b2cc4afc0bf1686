import type { ParseError } from 'papaparse'
import { say } from '../../say/say.ts'
import { ImportRefusal } from '../importer.ts'

/**
 * Refuses a table in which a quotation mark opens a cell and none closes it: all rows from there on
 * would be one cell. `before` is how many lines of the file stand above the `text`.
 */
export function refuseOpenQuotes(
  path: string,
  text: string,
  errors: readonly ParseError[],
  before: number
): void {
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (!open) return
  const line = before + text.slice(0, open.index ?? 0).split(/\r\n?|\n/).length
  throw new ImportRefusal(
    say(
      '{path} has a quotation mark in line {line} that is never closed. Close it, or write it twice ("") if it belongs to the text, and add the file again.',
      { path, line: String(line) }
    )
  )
}
