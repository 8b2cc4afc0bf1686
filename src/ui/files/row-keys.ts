import type { App } from '../../state/app.svelte.ts'
import { focusPath } from './focus-path.ts'

/** Hears the keys of a file's or folder's row: rename, delete, move up and down. */
export function rowKeys({ view, files }: App, path: string): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, altKey } = event
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      files.step(path, key === 'ArrowUp' ? -1 : 1)
      void focusPath(path)
    } else if (key === 'F2') view.renaming = { path }
    else if (key === 'Delete') {
      // Held down it would go on with the files below.
      if (!event.repeat) files.remove(path)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}
