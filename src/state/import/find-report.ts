import type { OfferedFile } from './offered-file.ts'

/** How the `report.json` of evaluate.py begins; whether it is whole shows when it is read. */
const reportBegins = /^\ufeff?\s*\{\s*"format"\s*:\s*"laegna-report"/

/**
 * Whether a file is what a model answered, by what is in it: files are renamed. One that is named like
 * one counts, too, so that it is said what is wrong with it.
 */
export async function isReport({ path, file }: OfferedFile): Promise<boolean> {
  if (!/\.json$/i.test(path) || file.size === 0) return false
  if (/(?:^|\/)report[^/]*\.json$/i.test(path)) return true
  try {
    return reportBegins.test(await file.slice(0, 200).text())
  } catch {
    return false
  }
}
