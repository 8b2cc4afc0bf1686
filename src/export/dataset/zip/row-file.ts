import { again } from './again.ts'
import type { ArchiveFile } from './archive.ts'
import { jsonRows } from '../records/json-rows.ts'

/** A file that holds rows, and how many. */
export interface RowFile extends ArchiveFile {
  rows: number
}

/** A `.jsonl` file of rows, each worded when its turn comes. */
export function rowsFile<Row>(path: string, rows: Row[], worded: (row: Row) => object): RowFile {
  function* all() {
    for (const row of rows) yield worded(row)
  }
  return { path, text: again(() => jsonRows(all())), rows: rows.length }
}
