import JSZip from 'jszip'
import initSqlJs from 'sql.js'
import { ankiPackage } from '../../src/export/anki/package/anki-package.ts'
import type { PackageOptions } from '../../src/export/anki/options.ts'
import type { ExportInput } from '../../src/export/contract.ts'
import { ledgerFile, readLedgerFile, type Ledger } from '../../src/laegna.ts'
import { context } from './projects.ts'

export interface PackageNote {
  guid: string
  mod: number
  tags: string
  fields: string[]
  sorted: string
  checksum: number
  type: number
  decks: string[]
  /** Place among the new cards, a card each. */
  due: number[]
}

/** Exports a project as a package and opens it again. */
export async function exportPackage(
  input: ExportInput,
  options: Partial<PackageOptions> = {},
  now = new Date(1.7e12)
) {
  const result = await ankiPackage.run(input, options, { ...context, now })
  const { bytes, name } = result.files[0]!
  return { result, name, bytes, ...(await openPackage(bytes)) }
}

/** The ledger that a package carries. */
export async function packagedLedger(bytes: Uint8Array): Promise<Ledger | undefined> {
  const zip = await JSZip.loadAsync(bytes)
  return readLedgerFile(await zip.file(ledgerFile)!.async('string'))
}

export async function openPackage(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes)
  const { Database } = await initSqlJs()
  const database = new Database(await zip.file('collection.anki2')!.async('uint8array'))
  const rows = (sql: string) => database.exec(sql)[0]?.values ?? []
  const [[models, decks]] = rows('select models, decks from col') as [[string, string]]
  const deckList = JSON.parse(decks) as Record<
    string,
    { id: number; name: string; desc: string; md: boolean }
  >
  const names = JSON.parse(await zip.file('media')!.async('string')) as Record<string, string>
  const media = new Map<string, Uint8Array>()
  for (const [number, name] of Object.entries(names)) {
    media.set(name, await zip.file(number)!.async('uint8array'))
  }
  const cards = new Map<number, { did: number; due: number }[]>()
  for (const row of rows('select nid, did, due from cards order by id')) {
    const [note, did, due] = row as [number, number, number]
    cards.set(note, [...(cards.get(note) ?? []), { did, due }])
  }
  const notes = rows(
    'select id, guid, mod, tags, flds, sfld, csum, mid from notes order by id'
  ).map(([id, guid, mod, tags, fields, sorted, checksum, type]) => {
    const own = cards.get(id as number) ?? []
    return {
      guid,
      mod,
      tags,
      fields: String(fields).split('\x1f'),
      sorted: String(sorted),
      checksum,
      type,
      decks: own.map(({ did }) => deckList[did]!.name),
      due: own.map(({ due }) => due)
    } as PackageNote
  })
  database.close()
  return {
    entries: Object.keys(zip.files),
    models: Object.values(JSON.parse(models) as object) as { id: number; name: string }[],
    decks: Object.values(deckList),
    media,
    notes
  }
}
