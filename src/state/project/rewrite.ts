import type { SourceFile } from '../../document/model.ts'
import { plural } from '../../language/plural.ts'
import type { NoticeAction, Notices } from '../page/notices.svelte.ts'
import type { Project } from './project.svelte.ts'

/** What giving files other texts works with. */
export interface RewriteTools {
  project: Project
  notices: Notices
}

/**
 * Gives files other texts and says so, with a button that takes it back: each file that nobody has
 * changed since gets its old text again. `undoMore` takes back what came with it, `then` is what one may do next.
 */
export function rewrite(
  { project, notices }: RewriteTools,
  files: SourceFile[],
  sentence: string,
  { undoMore, then = [] }: { undoMore?: () => void; then?: readonly NoticeAction[] } = {}
): void {
  const before = new Map(files.map(({ path }) => [path, project.text(path)]))
  project.put(files)
  notices.tell(sentence, [
    ...then,
    notices.undo(project, () => {
      undoMore?.()
      const untouched = files.filter(({ path, text }) => project.text(path) === text)
      project.put(untouched.map(({ path }) => ({ path, text: before.get(path) ?? '' })))
      const kept = files.length - untouched.length
      if (kept === 0) return
      notices.tell(
        plural(kept, [
          '{count} file was changed since and left as it is now.',
          '{count} files were changed since and left as they are now.'
        ])
      )
    })
  ])
}
