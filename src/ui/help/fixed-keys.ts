/** Keys that belong to a place, and that no command stands for. */
export const fixedKeys = [
  {
    title: 'In the text',
    rows: [
      { id: 'undo', label: 'Undo', keys: 'Mod+Z' },
      { id: 'redo', label: 'Redo', keys: 'Mod+Shift+Z' },
      { id: 'indent', label: 'Indent in lists, code and selections', keys: 'Tab' },
      { id: 'fold', label: 'Fold the chapter under this heading', keys: 'Mod+Shift+[' },
      { id: 'unfold', label: 'Unfold it', keys: 'Mod+Shift+]' },
      { id: 'leave', label: 'Leave the text: then Tab goes on', keys: 'Escape' }
    ]
  },
  {
    title: 'In lists',
    rows: [
      { id: 'walk', label: 'Next row', keys: 'ArrowDown' },
      { id: 'back', label: 'Row before', keys: 'ArrowUp' },
      { id: 'go', label: 'Go to its place', keys: 'Enter' },
      { id: 'on', label: 'Open a folder, or go on to the buttons of a file', keys: 'ArrowRight' },
      { id: 'up', label: 'Move the file up', keys: 'Alt+ArrowUp' },
      { id: 'down', label: 'Move the file down', keys: 'Alt+ArrowDown' },
      { id: 'delete', label: 'Delete the file', keys: 'Delete' }
    ]
  },
  {
    title: 'Between panes',
    rows: [
      { id: 'resize', label: 'Resize, on the line between two panes', keys: 'ArrowRight' },
      { id: 'usual', label: 'Usual size', keys: 'Enter' }
    ]
  }
]
