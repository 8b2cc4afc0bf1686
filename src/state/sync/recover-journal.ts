import type { Database } from '../../storage/database.ts'
import { takeJournal } from '../../storage/unload-journal.ts'
import { mergePaths } from '../../storage/merge-paths.ts'
import type { StoredProject } from '../../storage/projects.ts'
import type { Project } from '../project/project.svelte.ts'

/**
 * Does in an opened project what was done in the last moment of earlier visits and not stored any
 * more. What another tab wrote since stays beside it.
 */
export async function recoverJournal(
  database: Database,
  project: Project,
  { files: known }: StoredProject
): Promise<void> {
  const stored = new Map(known.map((file) => [file.path, file]))
  for (const { files, removed, paths } of takeJournal(project.id)) {
    const order = paths && mergePaths(project.paths, paths.before, paths.after)
    for (const { path, text, base, strand } of files) {
      const now = stored.get(path)
      if (now?.text === text) continue
      if (!now || now.revision <= base || now.strand === strand) project.put([{ path, text }])
      else {
        const conflict = { projectId: project.id, path, strand, text, at: Date.now() }
        const { keepConflict } = await import('../../storage/conflicts.ts')
        await keepConflict(database, conflict)
        project.conflicts = [...project.conflicts, conflict]
      }
    }
    for (const { path, base } of removed) {
      const now = stored.get(path)
      if (now && now.revision <= base) project.remove(path)
    }
    if (order) arrange(project, order)
  }
}

/** Files that the order does not name stay, at the end. */
function arrange(project: Project, order: string[]): void {
  const paths = [...new Set([...order, ...project.paths])].filter((path) => project.has(path))
  if (paths.some((path, at) => project.paths[at] !== path)) project.arrange(paths)
}
