import type { App } from '../../state/app.svelte.ts'
import type { FileTreeRow } from '../../state/project/file-tree.ts'
import { copyLink, saveFile } from './file-out.ts'
import type { FileSelection } from './file-selection.svelte.ts'
import { focusPath } from './focus-path.ts'

/** Something that can be done from the menu of a row. */
export interface RowAct {
  label: string
  /** Those that do the same in the list, as in `Alt+ArrowUp`. */
  keys?: string
  run: () => unknown
}

/** What can be done with a row, or with all that is selected, in groups. */
export function rowActs(
  app: App,
  selection: FileSelection,
  row: FileTreeRow,
  byFinger: boolean
): RowAct[][] {
  const { files, view, project } = app
  const { path } = row
  const targets = selection.targets(path)
  const step = (by: 1 | -1) => async () => {
    await files.step(targets, by)
    await focusPath(path)
  }
  const move: RowAct[] = [
    { label: 'Move up', keys: 'Alt+ArrowUp', run: step(-1) },
    { label: 'Move down', keys: 'Alt+ArrowDown', run: step(1) }
  ]
  const all: RowAct = { label: 'Select all files', keys: 'Mod+A', run: () => selection.all() }
  const remove = (label: string): RowAct => {
    return { label, keys: 'Delete', run: () => files.remove(targets) }
  }
  if (targets.length > 1) {
    const none: RowAct = { label: 'Select nothing', keys: 'Escape', run: () => selection.clear() }
    const left = selection.paths.length < project.paths.length ? [all, none] : [none]
    return [move, left, [remove(`Delete ${targets.length} files`)]]
  }
  const open: RowAct = {
    label: 'Open',
    keys: 'Enter',
    run: () => {
      app.openFile(path)
      view.drawer = false
    }
  }
  const rename: RowAct = {
    label: 'Rename or move',
    keys: 'F2',
    run: () => (view.renaming = { path })
  }
  const select: RowAct = {
    label: 'Select',
    run: () => {
      selection.toggle(path)
      if (byFinger) selection.goByTap()
    }
  }
  const out: RowAct[] = [
    { label: 'Save to this computer', run: () => saveFile(app, path) },
    // Where the page itself is a file, a link leads nobody else to it.
    ...(location.protocol === 'file:'
      ? []
      : [{ label: 'Copy a link that carries this file', run: () => copyLink(app, path) }])
  ]
  const isFile = row.kind === 'file'
  return [
    [...(isFile ? [open] : []), rename, ...move],
    ...(isFile ? [out] : []),
    [...(selection.has(path) ? [] : [select]), all],
    [remove(isFile ? 'Delete' : 'Delete this folder')]
  ]
}
