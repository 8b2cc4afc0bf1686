import * as v from 'valibot'
import type { SourceFile } from '../document/model.ts'
import type { Database } from './database.ts'
import { projectSchema, type ProjectRecord } from './schema.ts'

/** What a save writes: only what changed. */
export interface ProjectChange {
  put: SourceFile[]
  remove: string[]
  record: Partial<Pick<ProjectRecord, 'name' | 'settings' | 'paths' | 'sample' | 'deletedAt'>>
}

/** The stored project is not the one this change was made on: another tab saved, or deleted it. */
export class ProjectClash extends Error {
  override name = 'ProjectClash'
}

/**
 * Writes a change on top of `revision` and gives the new revision, in one transaction: either all
 * of it is stored or nothing. Throws `ProjectClash` where the stored revision is another.
 */
export async function saveProject(
  database: Database,
  id: string,
  revision: number,
  change: ProjectChange,
  now: number
): Promise<number> {
  const connection = await database.open()
  const transaction = connection.transaction(['projects', 'files'], 'readwrite', {
    durability: 'strict'
  })
  // Nothing but requests of this transaction is awaited before `done`: it would close itself.
  const projects = transaction.objectStore('projects')
  const files = transaction.objectStore('files')
  const stored = v.safeParse(projectSchema, await projects.get(id))
  if (!stored.success || stored.output.revision !== revision) {
    transaction.abort()
    await transaction.done.catch(() => undefined)
    throw new ProjectClash(`Project ${id} is not at revision ${revision}.`)
  }
  const next = { ...stored.output, ...change.record, revision: revision + 1, changedAt: now }
  await Promise.all([
    projects.put(next),
    ...change.remove.map((path) => files.delete([id, path])),
    ...change.put.map(({ path, text }) =>
      files.put({ projectId: id, path, text, revision: next.revision, strand: '' })
    ),
    transaction.done
  ])
  return next.revision
}
