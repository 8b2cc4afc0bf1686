import { applyFound } from '../../laegna.ts'
import type { FoundInFile } from '../../worker/protocol/messages.ts'
import { oneSummary } from '../import/intake-words.ts'
import { rewrite, type RewriteTools } from '../project/rewrite.ts'
import { plural } from '../../language/plural.ts'

/**
 * Puts tags around found cards; one step to undo. A text that was changed since it was looked through
 * stays as it is, which is said.
 */
export function takeFound(tools: RewriteTools, chosen: readonly FoundInFile[]): void {
  const { project, notices } = tools
  const sound = chosen.filter(({ path, text }) => project.text(path) === text)
  const late = chosen.length - sound.length
  const left =
    late > 0 &&
    plural(late, [
      '{count} file was changed since and left as it is: find cards again.',
      '{count} files were changed since and left as they are: find cards again.'
    ])
  const count = sound.reduce((sum, { cards }) => sum + cards.length, 0)
  if (count === 0) {
    notices.warn(oneSummary('No card was made.', left))
    return
  }
  const files = sound.map(({ path, text, cards }) => ({ path, text: applyFound(text, cards) }))
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
  rewrite(tools, files, oneSummary(taken, left))
}
