import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'
import type { FoundScope } from '../../state/found/found-tools.ts'
import type { Writer } from './writer.ts'

/** Finding cards in notes without tags: in all, in the open file, in what is selected. */
export function foundCommands(writer: Writer, app: App): Command[] {
  const { project } = app
  const words = 'notes without tags suggest detect obsidian flashcards make possible review'
  const review = async (scope: FoundScope): Promise<void> => {
    const { review } = await app.getFound()
    review.open(scope)
  }
  const paths = (): string[] => (project.openPath === undefined ? [] : [project.openPath])
  return [
    {
      id: 'cards.find',
      group: 'View',
      label: 'Find cards in the project',
      words,
      possible: () => project.paths.length > 0,
      run: () => review({ name: project.name })
    },
    {
      id: 'cards.find-file',
      group: 'View',
      label: 'Find cards in this file',
      words,
      possible: () => project.openPath !== undefined,
      run: () => review({ name: project.openPath ?? '', paths: paths() })
    },
    {
      id: 'cards.find-selection',
      group: 'View',
      label: 'Find cards in the selection',
      words,
      possible: () => writer.selection.end > writer.selection.start,
      run: () => review({ name: 'the selection', paths: paths(), range: writer.selection })
    }
  ]
}
