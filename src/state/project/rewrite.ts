import type { SourceFile } from '../../document/model.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from './project.svelte.ts'

/** What giving files other texts works with. */
export interface RewriteTools {
  project: Project
  notices: Notices
}

/**
 * Gives files other texts and says so, with a button that takes it back: each file that nobody has
 * changed since gets its old text again. `undoMore` takes back what came with it.
 */
export function rewrite(
  { project, notices }: RewriteTools,
  files: SourceFile[],
  sentence: string,
  undoMore?: () => void
): void {
  const before = new Map(files.map(({ path }) => [path, project.text(path)]))
  project.put(files)
  notices.tell(sentence, [
    notices.undo(project, () => {
      undoMore?.()
      const untouched = files.filter(({ path, text }) => project.text(path) === text)
      project.put(untouched.map(({ path }) => ({ path, text: before.get(path) ?? '' })))
      const kept = files.length - untouched.length
      if (kept > 0) notices.tell(`${countFiles(kept)} changed since and left as it is now.`)
    })
  ])
}

/** `1 file was` or `3 files were`. */
function countFiles(count: number): string {
  return count === 1 ? '1 file was' : `${count} files were`
}
