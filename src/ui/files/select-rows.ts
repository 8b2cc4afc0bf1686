import type { App } from '../../state/app.svelte.ts'
import { isMac, matchesKeys } from '../../state/commands/keys.ts'
import type { FileTreeRow } from '../../state/project/file-tree.ts'
import type { FileSelection } from './file-selection.svelte.ts'
import { focusPath } from './focus-path.ts'

/** The list whose rows are selected. */
export interface SelectableList {
  app: Pick<App, 'files' | 'view'>
  selection: FileSelection
  /** The row that something happened in, unless its name is being written. */
  rowAt: (event: Event) => FileTreeRow | undefined
}

/**
 * Lets the rows be selected as in any list of files, with Ctrl or Shift and a click, Shift and the
 * arrows, Ctrl+A, Ctrl+Space, and hears the keys that rename, delete and move. It hears before the rows do.
 */
export function selectRows({
  app: { files, view },
  selection,
  rowAt
}: SelectableList): (list: HTMLElement) => () => void {
  /** The row that Shift and an arrow lead away from. */
  let from: string | undefined
  const hasMod = (event: MouseEvent) => (isMac ? event.metaKey : event.ctrlKey)

  function click(event: MouseEvent) {
    const row = rowAt(event)
    if (!row || !isName(event)) return
    if (event.shiftKey) selection.extend(row.path)
    else if (hasMod(event) || selection.byTap) selection.toggle(row.path, !selection.byTap)
    else {
      if (row.kind === 'file') selection.begin(row.path)
      return
    }
    take(event)
  }

  /** Twice with a key held is no wish for another name. */
  function clickTwice(event: MouseEvent) {
    if (event.shiftKey || hasMod(event) || selection.byTap) take(event)
  }

  function press(event: KeyboardEvent) {
    const row = rowAt(event)
    if (!row || event.isComposing) return
    if (act(event, row.path)) {
      take(event)
      return
    }
    // The list moves the focus, and the selection follows it.
    const walks = /^(Arrow(Up|Down)|Home|End)$/.test(event.key)
    from = walks && event.shiftKey ? row.path : undefined
  }

  function act(event: KeyboardEvent, path: string): boolean {
    const { key, altKey, repeat } = event
    const targets = selection.paths.length > 0 ? selection.paths : [path]
    if (matchesKeys(event, 'Mod+A')) selection.all()
    else if (event.ctrlKey && key === ' ') selection.toggle(path)
    else if (key === 'Escape' && selection.paths.length > 0) selection.clear()
    else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      void files.step(targets, key === 'ArrowUp' ? -1 : 1).then(() => focusPath(path))
    } else if (key === 'F2') view.renaming = { path }
    else if (key === 'Delete') {
      // Held down it would go on with the files below.
      if (!repeat) files.remove(targets)
    } else return false
    return true
  }

  function follow(event: FocusEvent) {
    const row = rowAt(event)
    if (row && from !== undefined) selection.extend(row.path, from)
  }

  return (list) => {
    const stop = new AbortController()
    const early = { capture: true, signal: stop.signal }
    list.addEventListener('click', click, early)
    list.addEventListener('dblclick', clickTwice, early)
    list.addEventListener('keydown', press, early)
    list.addEventListener('focusin', follow, early)
    list.addEventListener('pointerdown', () => (from = undefined), early)
    return () => stop.abort()
  }
}

function isName({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-path]') !== null
}

function take(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
