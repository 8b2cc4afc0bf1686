import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import { findCommands } from './find-commands.ts'
import { foundCommands } from './found-commands.ts'
import { problemCommands } from './problem-commands.ts'
import { writeCommands } from './write-commands.ts'
import type { Writer } from './writer.ts'

/** All that can be done with the text that is open; loaded behind the editor. */
export function editorCommands(writer: Writer, app: App): Command[] {
  return [writeCommands, findCommands, foundCommands, problemCommands].flatMap((give) =>
    give(writer, app)
  )
}
