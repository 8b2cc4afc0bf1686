import type { FileChange } from '../history/changes-between.ts'
import type { ProjectMark } from '../project/project-mark.ts'

/** What becomes of files that are here with other content. */
export type ConflictChoice = 'replace' | 'keep' | 'leave'

/** Files that were added and are here with other content: somebody is asked what becomes of them. */
export interface ImportConflict {
  /** Where they are to come in. */
  project: ProjectMark
  /** What replacing would change in the texts. */
  texts: FileChange[]
  /** Paths of the pictures and sounds that are here. */
  media: string[]
  /** How many other files come in, whatever is chosen. */
  others: number
  /** Settles it; only the first answer counts. */
  answer: (choice: ConflictChoice) => void
}
