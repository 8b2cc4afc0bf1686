import { readCommands } from '../state/commands/read-commands.ts'
import { backCloses } from './back-closes.svelte.ts'
import { installCommand } from './install.svelte.ts'
import { keepFocus } from './keep-focus.ts'
import { storageCommands } from './storage/storage-commands.ts'
import { makeRoomForKeys } from './touch-keyboard.ts'

/** What the page does by itself once its parts are there, in one; see desk-parts.ts. */
export const later = {
  readCommands,
  backCloses,
  installCommand,
  keepFocus,
  storageCommands,
  makeRoomForKeys
}
