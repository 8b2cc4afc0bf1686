import { freeName, pathOnDisk } from '../project/free-name.ts'
import type { ConflictChoice } from './import-conflict.ts'

/** How a file that comes is to the one that it meets; `gone`: the old one cannot be read any more. */
export type Likeness = 'same' | 'other' | 'gone'

/** What comes where something else already stands: the path of the old, and the file as it comes. */
export interface Conflict<File> {
  old: string
  file: File
}

/** Files that come in, by what they meet. */
export interface Arrivals<File> {
  /** Under paths that are free, or whose file nobody can read any more. */
  fresh: File[]
  conflicts: Conflict<File>[]
  /** How many are here already. */
  same: number
  /** Those of the fresh that another one had the name of. */
  renamed: Renamed[]
}

/** A file that came under a path, and the path that it has here. */
export interface Renamed {
  from: string
  to: string
}

/**
 * Sorts files by whether they meet one of the `known` paths. A file of the `loose` came without its
 * folder: it meets the only one of its name, in whichever folder that lies. Names that differ in nothing but
 * capitals meet, too, as they would on most disks.
 */
export async function sortArrivals<File extends { path: string }>(
  files: File[],
  known: Iterable<string>,
  loose: ReadonlySet<string>,
  compare: (file: File, old: string) => Likeness | Promise<Likeness>
): Promise<Arrivals<File>> {
  const arrivals: Arrivals<File> = { fresh: [], conflicts: [], same: 0, renamed: [] }
  const here = new Set(known)
  const homes = homesByName(here)
  const onDisk = new Map([...here].map((path) => [pathOnDisk(path), path]))
  const come = new Set<string>()
  const taken = new Set(onDisk.keys())
  for (const file of files) {
    const home = loose.has(file.path) ? homes.get(file.path) : undefined
    const old = here.has(file.path) ? file.path : (home ?? onDisk.get(pathOnDisk(file.path)))
    const likeness = old === undefined ? 'gone' : await compare(file, old)
    if (likeness === 'same') arrivals.same += 1
    else if (old !== undefined && likeness === 'other') arrivals.conflicts.push({ old, file })
    else {
      const wish = old ?? file.path
      const path = come.has(pathOnDisk(wish)) ? freeName(wish, taken, pathOnDisk) : wish
      if (path !== wish) arrivals.renamed.push({ from: wish, to: path })
      come.add(pathOnDisk(path))
      taken.add(pathOnDisk(path))
      arrivals.fresh.push({ ...file, path })
    }
  }
  return arrivals
}

/** The files that a choice brings in, under the paths where they come; the fresh ones first. */
export function settleArrivals<File extends { path: string }>(
  { fresh, conflicts }: Arrivals<File>,
  known: Iterable<string>,
  choice: ConflictChoice
): File[] {
  if (choice === 'leave') return fresh
  const taken = new Set([...known, ...fresh.map(({ path }) => path)].map(pathOnDisk))
  const replaced = new Set<string>()
  const settled = conflicts.map(({ old, file }) => {
    // Of two that meet the same one, the second comes in beside the first.
    const replaces = choice === 'replace' && !replaced.has(old)
    // In the same folder: at the top, it would be what links by the bare name mean from then on.
    const path = replaces ? old : freeName(old, taken, pathOnDisk)
    replaced.add(old)
    taken.add(pathOnDisk(path))
    return { ...file, path }
  })
  return [...fresh, ...settled]
}

/** Paths in folders by the name of the file, where only one has it. */
function homesByName(paths: Iterable<string>): Map<string, string> {
  const homes = new Map<string, string>()
  const shared = new Set<string>()
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (homes.has(name)) shared.add(name)
    homes.set(name, path)
  }
  for (const name of shared) homes.delete(name)
  return homes
}
