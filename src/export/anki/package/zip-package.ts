import { concatBytes } from '@noble/hashes/utils.js'
import crc32 from 'crc-32'
import { strToU8, Zip, ZipDeflate, type AsyncFlateStreamHandler, type ZipInputFile } from 'fflate'
import { ledgerFile, writeLedgerFile } from '../ledger/ledger-file.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { DeckFile } from '../media/deck-media.ts'

/** Below this many bytes a collection is made small; above, the time counts for more. */
const SMALL = 8_000_000
/** The earliest time that a zip can hold: same cards, same bytes, whenever they are zipped. */
const TIME = new Date(1980, 0, 1)

/** The package: the collection, the media under numbers with the list of their names, the ledger. */
export function zipPackage(collection: Uint8Array, media: DeckFile[], ledger: Ledger): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const isSmall = collection.length < SMALL
  const names = Object.fromEntries(media.map(({ name }, at) => [String(at), name]))
  add(zip, 'collection.anki2', collection, isSmall)
  add(zip, 'media', strToU8(JSON.stringify(names)), true)
  add(zip, ledgerFile, strToU8(writeLedgerFile(ledger)), isSmall)
  // Pictures and sounds are packed already.
  for (const [at, { bytes }] of media.entries()) add(zip, String(at), bytes, false)
  zip.end()
  return concatBytes(...chunks)
}

function add(zip: Zip, name: string, bytes: Uint8Array, isPressed: boolean): void {
  const file = isPressed ? new ZipDeflate(name) : new Stored(name)
  file.mtime = TIME
  file.os = 3
  zip.add(file)
  file.push(bytes, true)
}

/** A file as it is. Of large ones fflate's own sum would take longer than all else of the zip. */
class Stored implements ZipInputFile {
  readonly filename: string
  readonly compression = 0
  size = 0
  crc = 0
  mtime?: Date
  os?: number
  ondata?: AsyncFlateStreamHandler

  constructor(filename: string) {
    this.filename = filename
  }

  push(bytes: Uint8Array, final: boolean): void {
    this.size = bytes.length
    this.crc = crc32.buf(bytes)
    this.ondata?.(null, bytes as Uint8Array<ArrayBuffer>, final)
  }
}
