/** Headings of the palette and of the list of shortcuts, in their order. */
export const commandGroups = ['Write', 'File', 'Project', 'View', 'Go', 'Export', 'Help'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something the app can do: the palette offers it, its key runs it, the list of shortcuts names it. */
export interface Command {
  /** Lasting name, `file.delete`: recently used commands are remembered by it. */
  id: string
  group: CommandGroup
  /** A verb and its object, in sentence case. */
  label: string
  /** Other words that somebody may look for. */
  words?: string
  /** As in `Mod+Shift+F`, `F6` or `?`; `Mod` is Command on a Mac, else Control. */
  keys?: string
  /** The key is heard by the part it belongs to, such as the editor, and not by the page. */
  local?: true
  /** Whether it makes sense now; always where this is missing. */
  possible?: () => boolean
  run: () => unknown
}
