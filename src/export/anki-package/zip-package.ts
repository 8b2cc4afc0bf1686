import { utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync, type Zippable } from 'fflate'
import { ledgerFile, writeLedgerFile } from '../anki/ledger/ledger-file.ts'
import type { Ledger } from '../anki/ledger/ledger.ts'
import type { DeckFile } from '../anki/media/deck-media.ts'

/** Below this many bytes a collection is made small; above, the time counts for more. */
const SMALL = 8_000_000
/** The earliest time that a zip can hold: same cards, same bytes, whenever they are zipped. */
const TIME = new Date(1980, 0, 1)

/** The package: the collection, the media under numbers with the list of their names, the ledger. */
export function zipPackage(collection: Uint8Array, media: DeckFile[], ledger: Ledger): Uint8Array {
  const names = Object.fromEntries(media.map(({ name }, at) => [String(at), name]))
  const level = collection.length < SMALL ? 6 : 0
  const files: Zippable = {
    'collection.anki2': [collection, { level }],
    media: utf8ToBytes(JSON.stringify(names)),
    [ledgerFile]: [utf8ToBytes(writeLedgerFile(ledger)), { level }]
  }
  // Pictures and sounds are packed already.
  for (const [at, { bytes }] of media.entries()) files[String(at)] = [bytes, { level: 0 }]
  return zipSync(files, { mtime: TIME, os: 3 })
}
