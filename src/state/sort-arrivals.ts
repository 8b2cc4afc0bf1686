import { freeName } from './free-name.ts'

/** What comes where something else already stands, with the new name it got. */
export interface Rival<File> {
  old: string
  file: File
}

/** Files that come in, by what they meet. */
export interface Arrivals<File> {
  fresh: File[]
  rivals: Rival<File>[]
  /** How many are here already. */
  same: number
}

/** Sorts files by whether their path is free, or taken by the same or by something else. */
export function sortArrivals<File extends { path: string }, Old>(
  files: File[],
  known: ReadonlyMap<string, Old>,
  isSame: (file: File, old: Old) => boolean
): Arrivals<File> {
  const arrivals: Arrivals<File> = { fresh: [], rivals: [], same: 0 }
  const taken = new Set(known.keys())
  for (const file of files) {
    const old = known.get(file.path)
    if (old !== undefined && isSame(file, old)) arrivals.same += 1
    else if (!taken.has(file.path)) arrivals.fresh.push(file)
    else {
      const renamed = { ...file, path: freeName(file.path, taken) }
      arrivals.rivals.push({ old: file.path, file: renamed })
      taken.add(renamed.path)
    }
    taken.add(file.path)
  }
  return arrivals
}
