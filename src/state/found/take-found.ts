import { applyFound } from '../../laegna.ts'
import type { FoundInFile } from '../../worker/protocol/messages.ts'
import { rewrite, type RewriteTools } from '../project/rewrite.ts'

/**
 * Puts tags around found cards; one step to undo. A text that was changed since it was looked through
 * stays as it is, which is said.
 */
export function takeFound(tools: RewriteTools, chosen: readonly FoundInFile[]): void {
  const { project, notices } = tools
  const sound = chosen.filter(({ path, text }) => project.text(path) === text)
  const late = chosen.length - sound.length
  const left =
    late === 0
      ? ''
      : ` ${late === 1 ? '1 file was' : `${late} files were`} changed since and left as it is: find cards again.`
  const count = sound.reduce((sum, { cards }) => sum + cards.length, 0)
  if (count === 0) {
    notices.warn(`No card was made.${left}`)
    return
  }
  const files = sound.map(({ path, text, cards }) => ({ path, text: applyFound(text, cards) }))
  const taken = count === 1 ? '1 card taken' : `${count.toLocaleString('en')} cards taken`
  const where = files.length === 1 ? (files[0]?.path ?? '') : `${files.length} files`
  rewrite(tools, files, `${taken} in ${where}.${left}`)
}
