import { say, type SaidValue } from '../say/say.ts'
import type { Problem } from './problems/diagnostics.ts'

/** Ids of the files, by path; where two wish for one, both use their whole path (L5.6). */
export function fileIds(files: { path: string; wish: string }[]): {
  ids: Map<string, string>
  problems: Map<string, Problem>
} {
  const ids = new Map<string, string>()
  const problems = new Map<string, Problem>()
  for (const { path, wish } of files) ids.set(path, wish)
  // A whole path can again be what another file wishes for: then that one gives way, too.
  for (let shared = sharedIds(ids); shared.size > 0; shared = sharedIds(ids)) {
    for (const [path, others] of shared) {
      const id = ids.get(path) ?? path
      ids.set(path, path)
      problems.set(path, {
        start: 0,
        end: 0,
        code: 'duplicate-file-id',
        said: say(
          'The id "{id}" is also that of {others}, so the whole path is used. Rename one of the files, or change file_id in its header.',
          { id, others }
        )
      })
    }
  }
  return { ids, problems }
}

/** Files that have their id in common with others, and still could use their path. */
function sharedIds(ids: Map<string, string>): Map<string, SaidValue> {
  const paths = new Map<string, string[]>()
  for (const [path, id] of ids) {
    const key = id.normalize('NFC')
    const sharing = paths.get(key)
    if (sharing) sharing.push(path)
    else paths.set(key, [path])
  }
  const shared = new Map<string, SaidValue>()
  for (const sharing of paths.values()) {
    if (sharing.length === 1) continue
    for (const path of sharing) {
      if (ids.get(path) !== path) shared.set(path, othersThan(path, sharing))
    }
  }
  return shared
}

/** So many files are named; of many more that share an id, nobody reads the names. */
const MOST_NAMED = 3

function othersThan(path: string, sharing: string[]): SaidValue {
  const named = sharing.slice(0, MOST_NAMED + 1).filter((other) => other !== path)
  const more = sharing.length - 1 - MOST_NAMED
  const names = named.slice(0, MOST_NAMED).join(', ')
  return more > 0 ? say('{names} and {more} more', { names, more }) : names
}
