import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import { backUp, openBackup, openEarlierExport } from './back-up.ts'

/** What keeps projects safe. */
export function storageCommands(app: App): Command[] {
  const { project, library, view } = app
  return [
    {
      id: 'project.backup',
      group: 'Project',
      label: 'Back up this project',
      words: 'save zip copy download',
      possible: () => !project.sample,
      run: () => backUp(app, [project.id])
    },
    {
      id: 'project.backup-all',
      group: 'Project',
      label: 'Back up all projects',
      words: 'save zip copy download',
      possible: () => library.projects.length > 1,
      run: () =>
        backUp(
          app,
          library.projects.map(({ id }) => id)
        )
    },
    {
      id: 'project.restore',
      group: 'Project',
      label: 'Restore a backup',
      words: 'zip open bring back',
      run: () => openBackup(app)
    },
    {
      id: 'project.media',
      group: 'Project',
      label: 'Pictures and sounds of this project',
      words: 'media images audio video films rename delete unused',
      possible: () => project.media.length > 0,
      run: () => (view.sheet = 'media')
    },
    {
      id: 'project.earlier-cards',
      group: 'Project',
      label: 'Take over cards of an earlier export',
      words: 'anki restore schedule apkg package json guid ledger other browser machine',
      run: () => openEarlierExport(app)
    },
    {
      id: 'project.history',
      group: 'Project',
      label: 'Earlier versions of this project',
      words: 'history snapshot undo restore',
      possible: () => !project.sample,
      run: () => (view.sheet = 'history')
    },
    {
      id: 'project.compare',
      group: 'Project',
      label: 'Compare two versions of a file',
      words: 'merge conflict tabs',
      possible: () => project.conflicts.length > 0,
      run: () => (view.sheet = 'merge')
    }
  ]
}
