import FileActs from './FileActs.svelte'
import { FileSelection } from './file-selection.svelte.ts'
import { rowKeys } from './row-keys.ts'

/** What can be done with the rows of files, in one: it is asked for once they are there. */
export const later = { FileActs, FileSelection, rowKeys }
