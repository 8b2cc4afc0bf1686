import type { UnpackClient } from '../../worker/import/unpack-client.ts'
import type { OfferedFile } from './offered-file.ts'

/** How `anki_cards.json` begins; whether it is whole shows when it is read. */
const cardsBegin = /^\ufeff?\s*\[\s*\{\s*"deck"\s*:/

/**
 * Whether a file is an export of cards from here, by what is in it: files are renamed. One that is
 * named like one counts, too, so that it is said what is wrong with it. `known`: how it begins, where it was read.
 */
export async function isEarlierExport(
  { path, file }: OfferedFile,
  unpacking: UnpackClient,
  known?: string
): Promise<boolean> {
  if (/(?:^|\/)anki_cards[^/]*\.json$/i.test(path)) return file.size > 0
  try {
    const begin = known ?? (await file.slice(0, 200).text())
    return begin.startsWith('PK') ? await unpacking.holdsLedger(file) : cardsBegin.test(begin)
  } catch {
    return false
  }
}
