import type { Folder } from '../folder/folder.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Saver } from '../sync/saver.svelte.ts'
import { showWords } from '../page/list-words.ts'
import { lists, type View } from '../page/view.svelte.ts'
import type { Command } from './command.ts'

/** What these commands work with. */
export interface ViewCommandTools {
  readonly view: View
  readonly saver: Saver
  readonly notices: Notices
  /** Where the open project is edited on the disk. */
  readonly folder: Folder | undefined
}

/** What the page shows, where one goes, and what helps. */
export function viewCommands(tools: ViewCommandTools): Command[] {
  const { view, saver, notices } = tools
  const { layout } = view
  return [
    {
      id: 'palette',
      group: 'Go',
      label: 'Search files, chapters, cards and commands',
      keys: 'Mod+K',
      run: () => (view.palette = !view.palette)
    },
    {
      id: 'project.save',
      group: 'Project',
      label: 'Save now',
      words: 'store keep folder disk',
      keys: 'Mod+S',
      run: async () => {
        if (tools.folder?.name !== undefined) return tools.folder.save()
        await saver.flush()
        if (saver.status.kind === 'saved') notices.say('Saved in this browser.')
      }
    },
    {
      id: 'view.middle',
      group: 'View',
      label: 'Change between text, preview and both',
      keys: 'Mod+E',
      run: () => layout.nextMiddle()
    },
    {
      id: 'view.both',
      group: 'View',
      label: 'Show text and preview side by side',
      words: 'split both',
      possible: () => layout.middle !== 'both',
      run: () => layout.showMiddle('both')
    },
    {
      id: 'view.write',
      group: 'View',
      label: 'Show the text alone',
      words: 'editor only write focus',
      possible: () => layout.middle !== 'write',
      run: () => layout.showMiddle('write')
    },
    {
      id: 'view.read',
      group: 'View',
      label: 'Show the preview alone',
      words: 'reading read only',
      possible: () => layout.middle !== 'read',
      run: () => layout.showMiddle('read')
    },
    {
      id: 'view.side',
      group: 'View',
      label: 'Show or hide files and outline',
      words: 'sidebar left toggle',
      keys: 'Mod+Shift+O',
      run: () => view.showSide(!view.side)
    },
    {
      id: 'view.lists',
      group: 'View',
      label: 'Show or hide the lists',
      words: 'right pane toggle cards blocks chapters problems',
      keys: 'Mod+Shift+L',
      run: () => layout.showLists(!layout.lists)
    },
    {
      id: 'view.language',
      group: 'View',
      label: 'Language of the page',
      words: 'translation deutsch español eesti français 中文 english',
      run: () => (view.sheet = 'language')
    },
    {
      id: 'view.reset',
      group: 'View',
      label: 'Put all panes back to their usual size',
      words: 'reset layout',
      run: () => layout.reset()
    },
    ...themes(view),
    ...lists.map((list) => ({
      id: `go.${list}`,
      group: 'Go' as const,
      label: showWords[list],
      words: 'list',
      run: () => view.showList(list)
    })),
    {
      id: 'go.training',
      group: 'Go',
      label: 'Train a model',
      words: 'training litgpt commands',
      run: () => view.visit('#training')
    },
    {
      id: 'export',
      group: 'Export',
      label: 'Export',
      words: 'download anki deck dataset json zip',
      keys: 'Mod+Shift+X',
      run: () => (view.sheet = 'export')
    },
    {
      id: 'help.guide',
      group: 'Help',
      label: 'How to write cards and items',
      words: 'guide language tags manual',
      keys: 'F1',
      run: () => view.openHelp('guide')
    },
    {
      id: 'help.shortcuts',
      group: 'Help',
      label: 'Keyboard shortcuts',
      words: 'keys',
      keys: '?',
      run: () => view.openHelp('shortcuts')
    },
    {
      id: 'help.cards',
      group: 'Help',
      label: 'Begin: cards from my notes',
      words: 'start anki flashcards',
      run: () => view.begin('cards')
    },
    {
      id: 'help.dataset',
      group: 'Help',
      label: 'Begin: a dataset from my documents',
      words: 'start train model litgpt',
      run: () => view.begin('dataset')
    },
    {
      id: 'help.tour',
      group: 'Help',
      label: 'Take the tour',
      words: 'introduction start show around',
      run: () => view.startTour()
    }
  ]
}

function themes(view: View): Command[] {
  const names = { system: 'as the system has them', light: 'light', dark: 'dark' }
  return (['system', 'light', 'dark'] as const).map((theme) => ({
    id: `view.${theme}`,
    group: 'View',
    label: `Colours ${names[theme]}`,
    words: 'theme mode colors',
    possible: () => view.theme !== theme,
    run: () => view.setTheme(theme)
  }))
}
