import { readOptions } from '../shared/read-options.ts'
import type { Ledger } from './ledger/ledger.ts'
import { optionsBefore } from './ledger/options-before.ts'
import { packageSchema } from './options-schema.ts'
import type { PackageOptions } from './options.ts'

/**
 * Wishes over what was chosen for the notes that Anki has, over the defaults. Throws `ExportError` at one
 * that does not fit.
 */
export function packageOptions(
  wishes: Partial<PackageOptions>,
  ledger: Ledger | undefined
): PackageOptions {
  const said = Object.entries<unknown>({ ...wishes }).filter(([, value]) => value !== undefined)
  return readOptions(packageSchema, { ...optionsBefore(ledger), ...Object.fromEntries(said) })
}
