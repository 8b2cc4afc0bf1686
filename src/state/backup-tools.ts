import type { Database } from '../storage/database.ts'
import type { History } from './history.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Project } from './project.svelte.ts'
import type { Shelf } from './shelf.svelte.ts'

/** What the backups work with. */
export interface BackupTools {
  database: Database
  project: Project
  shelf: Shelf
  history: History
  notices: Notices
}
