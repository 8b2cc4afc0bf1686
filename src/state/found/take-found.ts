import { applyFound } from '../../laegna.ts'
import type { FoundInFile, KnownFound } from '../../worker/protocol/messages.ts'
import { oneSummary } from '../import/intake-words.ts'
import { rewrite } from '../project/rewrite.ts'
import type { FoundTools } from './found-tools.ts'
import { plural } from '../../language/plural.ts'

/** Cards that are made in one go: keys are heard between. */
const most = 1000

/** How one hears of what is under way, and ends it. */
export interface Taking {
  signal: AbortSignal
  /** Cards that are made, of all. */
  progress: (done: number) => void
}

/**
 * Puts tags around found cards; one step to undo, and the deck at hand. A text that was changed since it was looked through
 * stays as it is, which is said. Cancelled, nothing has changed; tells whether it was not.
 */
export async function takeFound(
  tools: FoundTools,
  chosen: readonly FoundInFile[],
  { signal, progress }: Taking
): Promise<boolean> {
  const { project, notices, commands } = tools
  const { opened } = project
  const made: (FoundInFile & { result: string })[] = []
  let done = 0
  let heard = 0
  for (const file of chosen) {
    const parts: string[] = []
    let from = 0
    for (const run of runsOf(file.cards)) {
      const to = run.reduce((most, { end }) => Math.max(most, end), 0)
      parts.push(
        applyFound(
          file.text.slice(from, to),
          run.map((card) => shifted(card, -from))
        )
      )
      from = to
      done += run.length
      if (done - heard < most) continue
      heard = done
      progress(done)
      await new Promise((resolve) => setTimeout(resolve))
      if (signal.aborted || project.opened !== opened) return false
    }
    made.push({ ...file, result: parts.join('') + file.text.slice(from) })
  }
  const sound = made.filter(({ path, text }) => project.text(path) === text)
  const late = made.length - sound.length
  const left =
    late > 0 &&
    plural(late, [
      '{count} file was changed since and left as it is: find cards again.',
      '{count} files were changed since and left as they are: find cards again.'
    ])
  const count = sound.reduce((sum, { cards }) => sum + cards.length, 0)
  if (count === 0) {
    notices.warn(oneSummary('No card was made.', left))
    return true
  }
  const files = sound.map(({ path, result }) => ({ path, text: result }))
  const [first] = files
  const taken =
    files.length === 1 && first
      ? plural(count, ['{count} card taken in {file}.', '{count} cards taken in {file}.'], {
          file: first.path
        })
      : plural(
          files.length,
          ['{cards} cards taken in {count} file.', '{cards} cards taken in {count} files.'],
          { cards: count }
        )
  const deck = notices.undo(project, () => commands.press('export.deck'), 'Download deck')
  rewrite(tools, files, oneSummary(taken, left), { then: [deck] })
  return true
}

/** The cards in the order of the text, so many at a time. */
function runsOf(cards: readonly KnownFound[]): KnownFound[][] {
  const ordered = cards.toSorted((one, other) => one.start - other.start)
  const runs: KnownFound[][] = []
  for (let at = 0; at < ordered.length; at += most) runs.push(ordered.slice(at, at + most))
  return runs
}

/** Where the edits of a card stand in a part of the text. */
function shifted({ edits }: KnownFound, by: number): Pick<KnownFound, 'edits'> {
  return { edits: edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })) }
}
