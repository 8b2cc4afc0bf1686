import type { Commands } from '../commands/commands.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import type { Reading } from '../project/reading.svelte.ts'
import type { View } from '../page/view.svelte.ts'

/** What finding cards works with. */
export interface FoundTools {
  project: Project
  reading: Reading
  view: View
  notices: Notices
  commands: Commands
}

/** Where to look for cards: in some files or one, or in a stretch of it; without paths in all. */
export interface FoundScope {
  /** What is looked through, for a title: `this project`. */
  name: string
  paths?: readonly string[]
  /** UTF-16 offsets. */
  range?: { start: number; end: number }
}
