import type { Settings, SourceFile } from '../../document/model.ts'
import type { Media } from '../media/media.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'

/** What the folder works with. */
export interface FolderTools {
  project: Project
  media: Media
  notices: Notices
  /** Makes a new project and opens it; says whether that worked. */
  create: (name: string, files: SourceFile[], settings: Partial<Settings>) => Promise<boolean>
  /** Texts came from the folder, in place of others or as new ones. */
  came: (files: readonly SourceFile[], before: readonly SourceFile[]) => unknown
  /** Ids of all projects, deleted ones too. */
  projectIds: () => string[]
}
