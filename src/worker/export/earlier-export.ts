import { say, sayCount, type Said } from '../../say/say.ts'
import {
  adoptLedger,
  compareWithLedger,
  ExportError,
  ledgerFile,
  ledgerFrom,
  readLedgerFile,
  type Comparable,
  type Compilation,
  type Ledger,
  type LedgerComparison
} from '../../laegna.ts'
import { readZip } from '../../storage/zip/read-zip.ts'
import { ZipRefused, type ZipLimits } from '../../storage/zip/zip-limits.ts'

/** A file of an earlier export; `key` tells it from others, as a blob that was posted cannot. */
export interface EarlierFile {
  key: number
  file: Blob
}

/** What a file of an earlier export would be for the project. */
export interface EarlierReport {
  /** Cards that the file holds. */
  cards: number
  /** Cards of the project that it knows. */
  found: number
  /** Of these, those that get another identity than they have now. */
  learned: number
  /** Of these, those that were exported from here under another one. */
  moved: number
  /** Cards whose notes another project of this browser writes, too. */
  shared: number
}

/** A project's ledger before and after it took an earlier export over. */
export interface Adopted {
  before: Ledger | undefined
  after: Ledger
}

interface Opened {
  key: number
  compilation: Compilation
  ledger: Ledger
  report: EarlierReport
  comparison: LedgerComparison
}

/** The file of an earlier export that is looked at, beside the project; one at a time. */
export class EarlierExport {
  #opened: Opened | undefined

  /** Reads the file; throws `ExportError` where it is no export, or of other cards. */
  async open({ key, file }: EarlierFile, input: Comparable): Promise<Opened> {
    const { compilation } = input
    const { cards } = compilation
    if (this.#opened?.key === key && this.#opened.compilation === compilation) return this.#opened
    const earlier = await read(file)
    const { ledger, ...adoption } = adoptLedger(cards, input.ledger, earlier)
    const count = earlier.entries.filter(({ present }) => present).length
    if (adoption.found === 0) throw new ExportError(strangers(count))
    const comparison = compareWithLedger({ ...input, ledger })
    const shared = [...comparison.changed, ...comparison.unchanged].filter(
      ({ guid }) => input.takenGuids?.has(guid) && input.takenGuids.get(guid) === undefined
    ).length
    const report = { cards: count, ...adoption, shared }
    this.#opened = { key, compilation, ledger, report, comparison }
    return this.#opened
  }

  /** Lets what was found out be found out anew: the project may have been exported since. */
  forget(): void {
    this.#opened = undefined
  }
}

async function read(file: Blob): Promise<Ledger> {
  const bytes = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  // Decoding takes a byte order mark away, which some editors leave.
  return isZip ? packaged(file) : ledgerFrom(await file.text())
}

/** A package has a file for each of its pictures; a ledger of a million cards is smaller than this. */
const limits: ZipLimits = { count: 1_000_000, each: () => 500_000_000, all: 500_000_000 }

async function packaged(file: Blob): Promise<Ledger> {
  const { files } = await readZip(file, { limits, wanted: (path) => path === ledgerFile }).catch(
    (error: unknown) => {
      if (!(error instanceof ZipRefused)) throw error
      throw new ExportError(say('This package is not read: {why}', { why: error.said }))
    }
  )
  const ledger = readLedgerFile((await files.get(ledgerFile)?.text()) ?? '')
  if (ledger) return ledger
  throw new ExportError(
    say(
      'This package was not written by Laegna, or Anki wrote it anew. Take the package or the anki_cards.json that you downloaded here.'
    )
  )
}

function strangers(cards: number): Said {
  return sayCount(
    cards,
    'its card is of another project. Open the project they belong to, or add its Markdown, and add this file again.',
    'each of its {count} cards is of another project. Open the project they belong to, or add its Markdown, and add this file again.'
  )
}
