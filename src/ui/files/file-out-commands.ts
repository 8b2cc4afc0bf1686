import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import { linkLimit, linkTo } from '../../state/import/document-link.ts'
import { pickFolder } from '../../state/folder/folder-permission.ts'
import { copyText } from '../copy-text.ts'
import { offerDownload } from '../offer-download.ts'

/** How text leaves the page: as a file, in a link, or in the folder that it came from. */
export function fileOutCommands(app: App): Command[] {
  const isOpen = () => app.project.openPath !== undefined
  return [
    {
      id: 'file.save',
      group: 'File',
      label: 'Save this file to this computer',
      words: 'download markdown disk',
      possible: isOpen,
      run: () => saveFile(app)
    },
    {
      id: 'file.link',
      group: 'File',
      label: 'Copy a link that carries this file',
      words: 'share send url address',
      // Where the page itself is a file, a link leads nobody else to it.
      possible: () => isOpen() && location.protocol !== 'file:',
      run: () => copyLink(app)
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

function saveFile({ project }: App): void {
  const path = project.openPath ?? ''
  const blob = new Blob([project.text(path)], { type: 'text/markdown' })
  offerDownload({ name: path.split('/').at(-1) ?? path, blob })
}

async function copyLink(app: App): Promise<void> {
  const { project, notices } = app
  const path = project.openPath ?? ''
  const link = await linkTo(location.href, { path, text: project.text(path) })
  if (link.length > linkLimit) {
    notices.warn(
      `${path} is too long for a link: it would take ${link.length.toLocaleString()} characters, ` +
        `and mail and chat keep ${linkLimit.toLocaleString()}. Send the file instead.`,
      [],
      [{ label: 'Save the file', run: () => saveFile(app) }]
    )
  } else if (await copyText(link)) {
    notices.tell(
      `The link is copied. It holds all of ${path}, so whoever gets it can read it; no server does.`
    )
  } else {
    notices.warn('The browser did not let the link be copied.', [link])
  }
}
