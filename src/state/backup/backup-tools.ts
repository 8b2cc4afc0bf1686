import type { Database } from '../../storage/database.ts'
import type { History } from '../history/history.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import type { ProjectLibrary } from '../library/project-library.svelte.ts'

/** What the backups work with. */
export interface BackupTools {
  database: Database
  project: Project
  library: ProjectLibrary
  history: History
  notices: Notices
}
