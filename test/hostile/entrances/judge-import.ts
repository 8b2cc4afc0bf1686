import * as v from 'valibot'
import { importFile } from '../../../src/import/import-file.ts'
import { ImportRefusal, type Imported } from '../../../src/import/importer.ts'
import { compile, ledgerSchema } from '../../../src/laegna.ts'
import { judgeName } from '../../../src/storage/zip/judge-name.ts'
import { demand } from './demand.ts'
import { judgeLedger } from './judge-ledger.ts'

/** Converts a file of another program; gives whether it could be. What is wrong with it is said in a sentence that names it. */
export async function judgeImport(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  let imported: Imported
  try {
    imported = await importFile({ path, blob: new Blob([bytes]) }, {}, () => undefined)
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error
    demand(error.message.includes(path), `names the file: ${error.message}`)
    return false
  }
  const { files, media, ledger } = imported
  for (const { path } of [...files, ...media]) {
    demand(judgeName(path) === undefined, `has a sound path: ${path}`)
  }
  const compilation = compile(files)
  if (!ledger) return true
  demand(v.is(ledgerSchema, JSON.parse(JSON.stringify(ledger))), 'has a sound ledger')
  await judgeLedger(ledger, { files, compilation })
  return true
}
