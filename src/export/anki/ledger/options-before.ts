import type { PackageOptions } from '../options.ts'
import { formOf, type Ledger } from './ledger.ts'
import { optionsOfStyle } from './style.ts'

/** The options by which a project's package was written, as far as its ledger knows them. */
export function optionsBefore(ledger: Ledger | undefined): Partial<PackageOptions> {
  if (!ledger) return {}
  let [oneWay, bothWays] = [0, 0]
  for (const entry of ledger.entries) {
    if (!entry.present || entry.note) continue
    const form = formOf(ledger, entry)
    if (form === 'package') oneWay += 1
    if (form === 'package-both-ways') bothWays += 1
  }
  const { key, last } = ledger.style ?? {}
  const reversed = oneWay + bothWays > 0 ? bothWays > oneWay : last?.reversed
  return {
    ...optionsOfStyle(last?.key),
    ...optionsOfStyle(key),
    ...(reversed !== undefined && { reversed })
  }
}
