import type { ConflictChoice } from './import-conflict.ts'
import { plural } from '../../language/plural.ts'
import type { Arrivals, Renamed } from './sort-arrivals.ts'

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
    if (taken.length > 0) return `${added(taken.length, all)}.`
    const what = count(same)
    return plural(
      same,
      [
        '{what} was already here, word for word: nothing was added.',
        '{what} were already here, word for word: nothing was added.'
      ],
      { what }
    )
  }
  const stay = olds.size === 1 ? `${old} stays as it was` : `${olds.size} files stay as they were`
  if (choice === 'leave') {
    return taken.length === 0
      ? `${stay}: nothing was added.`
      : `${stay}; ${added(taken.length, all)}.`
  }
  if (choice === 'keep') {
    const what = taken.length === 1 ? (taken[0]?.path ?? '') : all
    return `${added(taken.length, what)}; ${stay}.`
  }
  const what = count(olds.size)
  const replaced = plural(olds.size, ['{what} was replaced', '{what} were replaced'], { what })
  const more = taken.length - olds.size
  const beside = more > 0 ? plural(more, [', {count} was added', ', {count} were added']) : ''
  return `${replaced}${beside}.`
}

function added(of: number, what: string): string {
  return plural(of, ['{what} was added', '{what} were added'], { what })
}

/** Says what came with files and is left aside; nothing where there is nothing. */
export function asideSentence(paths: string[] = []): string {
  const [first] = paths
  if (first === undefined) return ''
  return plural(
    paths.length,
    [
      '{first} is no Markdown, text, picture or sound, and was left aside.',
      '{count} others are no Markdown, text, picture or sound, and were left aside, {first} first.'
    ],
    { first }
  )
}

/** Says which files have another name here than they came with; nothing where none has. */
export function renamedSentence(renamed: readonly Renamed[]): string {
  const [first] = renamed
  if (first === undefined) return ''
  return plural(
    renamed.length,
    [
      '{from} came in as {to}, because another file has that name, capitals aside.',
      '{count} files came in with a number behind their names, because others have those names, capitals aside: {from} first.'
    ],
    { ...first }
  )
}

/** Sentences about one act, as one message. */
export function oneSummary(...sentences: (string | false | undefined)[]): string {
  return sentences.filter(Boolean).join(' ')
}

/** How many files, as the list shows them, and pictures and sounds. */
export function count(files: number, media = 0): string {
  const texts = plural(files, ['{count} file', '{count} files'])
  const others = plural(media, ['{count} picture or sound', '{count} pictures and sounds'])
  if (media === 0) return texts
  return files === 0 ? others : `${texts} and ${others}`
}
