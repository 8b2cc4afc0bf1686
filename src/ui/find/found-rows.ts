import type { FoundFile, Match } from '../../worker/found/find-text.ts'

/** A row of the list: a file, or one of its matches. */
export interface FoundRow {
  path: string
  /** Absent in a file's own row. */
  match?: Match
  /** Matches of the file. */
  count: number
}

/** Each file, and below it its matches. */
export function rowsOf(found: FoundFile[]): FoundRow[] {
  return found.flatMap(({ path, count, matches }) => [
    { path, count },
    ...matches.map((match) => ({ path, count, match }))
  ])
}
