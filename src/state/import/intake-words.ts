import type { ConflictChoice } from './import-conflict.ts'
import type { Arrivals } from './sort-arrivals.ts'

/** What came of adding files: all that were sorted, texts and media. */
export interface Result {
  arrivals: Arrivals<{ path: string }>
  choice: ConflictChoice
  /** Those that are in the project now, under their paths. */
  taken: { path: string }[]
  /** How many of them are pictures and sounds, which the list of files does not show. */
  media: number
}

/** Says what came of adding files. */
export function resultSentence({ arrivals, choice, taken, media }: Result): string {
  const all = count(taken.length - media, media)
  const { conflicts, same } = arrivals
  const olds = new Set(conflicts.map(({ old }) => old))
  const [old] = olds
  if (old === undefined) {
    if (taken.length > 0) return `${all} added.`
    return `${count(same)} already here, word for word: nothing was added.`
  }
  const stay = olds.size === 1 ? `${old} stays as it was` : `${olds.size} files stay as they were`
  if (choice === 'leave') {
    return taken.length === 0 ? `${stay}: nothing was added.` : `${stay}; ${all} added.`
  }
  if (choice === 'keep') {
    const added = taken.length === 1 ? `${taken[0]?.path} was` : all
    return `${added} added; ${stay}.`
  }
  const added = taken.length - olds.size
  const beside = added > 0 ? `, ${added} ${added === 1 ? 'was' : 'were'} added` : ''
  return `${count(olds.size)} replaced${beside}.`
}

/** Says what came with files and is left aside; nothing where there is nothing. */
export function asideSentence(paths: string[] = []): string {
  const [first] = paths
  if (first === undefined) return ''
  const what = 'no Markdown, text, picture or sound, and'
  return paths.length === 1
    ? `${first} is ${what} was left aside.`
    : `${paths.length} others are ${what} were left aside, ${first} first.`
}

/** Sentences about one act, as one message. */
export function oneSummary(...sentences: (string | false | undefined)[]): string {
  return sentences.filter(Boolean).join(' ')
}

/** How many files, as the list shows them, and pictures and sounds, with their verb. */
export function count(files: number, media = 0): string {
  const texts = files === 1 ? '1 file' : `${files} files`
  const others = media === 1 ? '1 picture or sound' : `${media} pictures and sounds`
  const what = [files > 0 || media === 0 ? texts : '', media > 0 ? others : '']
  return `${what.filter(Boolean).join(' and ')} ${files + media === 1 ? 'was' : 'were'}`
}
