import { readCommands } from '../state/commands/read-commands.ts'
import { backCloses } from './back-closes.svelte.ts'
import { deckCommand } from './export/deck-command.ts'
import FileActs from './files/FileActs.svelte'
import { FileSelection } from './files/file-selection.svelte.ts'
import { rowKeys } from './files/row-keys.ts'
import { installCommand } from './install.svelte.ts'
import { keepFocus } from './keep-focus.ts'
import { storageCommands } from './storage/storage-commands.ts'
import { makeRoomForKeys } from './touch-keyboard.ts'

/** What the page and its rows can do, once they are there, in one; see desk-parts.ts. */
export const later = {
  readCommands,
  deckCommand,
  backCloses,
  FileActs,
  FileSelection,
  rowKeys,
  installCommand,
  keepFocus,
  storageCommands,
  makeRoomForKeys
}
