import type { ConflictChoice } from './import-conflict.ts'
import type { Arrivals } from './sort-arrivals.ts'

/** What came of adding files: all that were sorted, texts and media. */
export interface Result {
  arrivals: Arrivals<{ path: string }>
  choice: ConflictChoice
  /** Those that are in the project now, under their paths. */
  taken: { path: string }[]
}

/** Says what came of adding files. */
export function resultSentence({ arrivals, choice, taken }: Result): string {
  const { conflicts, same } = arrivals
  const olds = new Set(conflicts.map(({ old }) => old))
  const [old] = olds
  if (old === undefined) {
    if (taken.length > 0) return `${count(taken.length)} added.`
    return `${count(same)} already here, word for word: nothing was added.`
  }
  const stay = olds.size === 1 ? `${old} stays as it was` : `${olds.size} files stay as they were`
  if (choice === 'leave') {
    return taken.length === 0
      ? `${stay}: nothing was added.`
      : `${stay}; ${count(taken.length)} added.`
  }
  if (choice === 'keep') {
    const added = taken.length === 1 ? `${taken[0]?.path} was` : count(taken.length)
    return `${added} added; ${stay}.`
  }
  const added = taken.length - olds.size
  const beside = added > 0 ? `, ${added} ${added === 1 ? 'was' : 'were'} added` : ''
  return `${count(olds.size)} replaced${beside}.`
}

/** How many files, and the verb that goes with it. */
export function count(files: number): string {
  return files === 1 ? '1 file was' : `${files} files were`
}
