import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import type { Writer } from './writer.ts'

/** Finding and replacing, in the open file and in all of them. */
export function findCommands(writer: Writer, app: App): Command[] {
  const { project, view } = app
  return [
    {
      id: 'write.find',
      group: 'Write',
      label: 'Find and replace in this file',
      words: 'search',
      keys: 'Mod+F',
      possible: () => project.openPath !== undefined,
      run: async () => {
        await view.showText()
        return writer.find()
      }
    },
    {
      id: 'write.find-all',
      group: 'Write',
      label: 'Find and replace in all files',
      words: 'search project everywhere rename',
      keys: 'Mod+Shift+F',
      possible: () => project.paths.length > 0,
      run: async () => {
        const { selected } = writer
        const finding = await app.getFinding()
        finding.show(selected)
      }
    }
  ]
}
