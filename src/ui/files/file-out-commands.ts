import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import { pickFolder } from '../../state/folder/folder-permission.ts'

/** How text leaves the page: as a file, in a link, or in the folder that it came from. */
export function fileOutCommands(app: App): Command[] {
  const openPath = () => app.project.openPath ?? ''
  const isOpen = () => app.project.openPath !== undefined
  return [
    {
      id: 'file.save',
      group: 'File',
      label: 'Save this file to this computer',
      words: 'download markdown disk',
      possible: isOpen,
      run: async () => (await import('./file-out.ts')).saveFile(app, openPath())
    },
    {
      id: 'file.link',
      group: 'File',
      label: 'Copy a link that carries this file',
      words: 'share send url address',
      // Where the page itself is a file, a link leads nobody else to it.
      possible: () => isOpen() && location.protocol !== 'file:',
      run: async () => (await import('./file-out.ts')).copyLink(app, openPath())
    },
    {
      id: 'project.folder',
      group: 'Project',
      label: 'Open a folder and save back into it',
      words: 'directory disk edit in place',
      possible: () => 'showDirectoryPicker' in window,
      run: () => openFolder(app)
    }
  ]
}

async function openFolder(app: App): Promise<void> {
  const handle = await pickFolder()
  if (handle) await (await app.getFolder()).open(handle)
}
