import * as v from 'valibot'
import { reportSchema, type Report } from '../laegna.ts'
import type { Database } from './database.ts'
import { recall, remember, reportKey } from './memory.ts'

const textSchema = v.pipe(v.string(), v.parseJson(), reportSchema)

/** What a model answered to the cards of a project, last; nothing where no sound report is kept. */
export async function readStoredReport(
  database: Database,
  projectId: string
): Promise<Report | undefined> {
  const read = v.safeParse(textSchema, await recall(database, reportKey(projectId)))
  return read.success ? read.output : undefined
}

/** Keeps a report in place of the one before; `undefined` keeps none. */
export async function storeReport(
  database: Database,
  projectId: string,
  report: Report | undefined
): Promise<void> {
  const key = reportKey(projectId)
  if (report) return remember(database, key, JSON.stringify(report))
  const connection = await database.open()
  await connection.delete('memory', key)
}
