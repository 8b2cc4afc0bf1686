import type { Files } from '../project/files.ts'
import type { Project } from '../project/project.svelte.ts'
import type { View } from '../page/view.svelte.ts'
import type { Command } from './command.ts'

/** What these commands work with. */
export interface FileCommandTools {
  readonly project: Project
  readonly view: View
  readonly files: Files
  openFile(path: string): void
  startEmpty(): Promise<void>
  openExample(): Promise<void>
  openOriginal(): Promise<void>
}

/** What can be done with the files of the project and with projects. */
export function fileCommands(tools: FileCommandTools): Command[] {
  const { project, view } = tools
  const isOpen = () => project.openPath !== undefined
  const at = () => project.paths.findIndex((path) => path === project.openPath)
  const step = (by: number) => {
    const path = project.paths[at() + by]
    if (path !== undefined) tools.openFile(path)
  }
  return [
    {
      id: 'file.new',
      group: 'File',
      label: 'New file',
      words: 'create add document note',
      run: () => tools.files.add()
    },
    {
      id: 'file.rename',
      group: 'File',
      label: 'Rename or move this file',
      words: 'path folder',
      keys: 'F2',
      possible: isOpen,
      run: () => renameFile(tools)
    },
    {
      id: 'file.up',
      group: 'File',
      label: 'Move this file up',
      words: 'order sort',
      possible: isOpen,
      run: () => tools.files.step([project.openPath ?? ''], -1)
    },
    {
      id: 'file.down',
      group: 'File',
      label: 'Move this file down',
      words: 'order sort',
      possible: isOpen,
      run: () => tools.files.step([project.openPath ?? ''], 1)
    },
    {
      id: 'file.delete',
      group: 'File',
      label: 'Delete this file',
      words: 'remove',
      possible: isOpen,
      run: () => tools.files.remove([project.openPath ?? ''])
    },
    {
      id: 'file.previous',
      group: 'Go',
      label: 'Previous file',
      keys: 'Alt+PageUp',
      possible: () => at() > 0,
      run: () => step(-1)
    },
    {
      id: 'file.next',
      group: 'Go',
      label: 'Next file',
      keys: 'Alt+PageDown',
      possible: () => isOpen() && at() < project.paths.length - 1,
      run: () => step(1)
    },
    {
      id: 'project.open',
      group: 'Project',
      label: 'Projects in this browser',
      words: 'open switch delete bin restore',
      run: () => (view.sheet = 'projects')
    },
    {
      id: 'project.new',
      group: 'Project',
      label: 'New project',
      words: 'create empty',
      run: () => tools.startEmpty()
    },
    {
      id: 'project.rename',
      group: 'Project',
      label: 'Rename the project',
      words: 'name title',
      run: () => (view.renaming = 'project')
    },
    {
      id: 'project.settings',
      group: 'Project',
      label: 'Settings of this project',
      words: 'capture deck tags options preferences',
      run: () => (view.sheet = 'settings')
    },
    {
      id: 'project.capture',
      group: 'Project',
      label: 'Put everything into the dataset, or only marked chapters',
      words: 'capture all tagged blocks reader',
      run: () =>
        project.configure({ capture: project.settings.capture === 'all' ? 'tagged' : 'all' })
    },
    {
      id: 'project.example',
      group: 'Project',
      label: 'Open the example',
      words: 'demo sample',
      run: () => tools.openExample()
    },
    {
      id: 'project.original',
      group: 'Project',
      label: 'Open the original example',
      words: 'demo sample block chapter reader',
      run: () => tools.openOriginal()
    }
  ]
}

function renameFile({ project, view }: FileCommandTools): void {
  if (project.openPath === undefined) return
  view.showSide(true)
  view.renaming = { path: project.openPath }
}
