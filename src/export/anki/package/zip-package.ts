import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js'
import { zipForm } from '../../shared/zip-form.ts'
import { ledgerFile, writeLedgerFile } from '../ledger/ledger-file.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { DeckFile } from '../media/deck-media.ts'

/** Below this many bytes a collection is made small; above, the time counts for more. */
const SMALL = 8_000_000

// This runs in a worker already, and the page's policy lets no library start its own.
configure({ useWebWorkers: false })

/** The package: the collection, the media under numbers with the list of their names, the ledger. */
export async function zipPackage(
  collection: Uint8Array,
  media: DeckFile[],
  ledger: Ledger
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const write = (chunk: Uint8Array) => void chunks.push(chunk)
  const zip = new ZipWriter(new WritableStream({ write }), zipForm)
  const add = (name: string, bytes: Uint8Array, isPressed: boolean) =>
    zip.add(name, new Uint8ArrayReader(bytes), isPressed ? {} : { level: 0 })
  const isSmall = collection.length < SMALL
  const names = Object.fromEntries(media.map(({ name }, at) => [String(at), name]))
  await add('collection.anki2', collection, isSmall)
  await add('media', utf8ToBytes(JSON.stringify(names)), true)
  await add(ledgerFile, utf8ToBytes(writeLedgerFile(ledger)), isSmall)
  // Pictures and sounds are packed already.
  for (const [at, { bytes }] of media.entries()) await add(String(at), bytes, false)
  await zip.close()
  return concatBytes(...chunks)
}
