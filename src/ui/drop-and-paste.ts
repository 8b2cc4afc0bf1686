import type { IntakeDoor } from '../state/import/intake-door.ts'
import { holdsPictures, holdsRich } from './editor/clipboard-kinds.ts'
import { droppedFiles, holdsFiles, pastedFiles } from './files/offered-files.ts'
import { isEditing } from './is-editing.ts'

/**
 * Takes files dropped anywhere on the page, and what is pasted while nothing is being edited;
 * `hovering` says whether files are held over the page. Gives back how to stop.
 */
export function takeDropsAndPastes(
  intake: IntakeDoor,
  hovering: (over: boolean) => void
): () => void {
  const stop = new AbortController()
  // In capture: the editor would otherwise put a file's text in where it was dropped.
  const options = { capture: true, signal: stop.signal }

  const over = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return
    event.preventDefault()
    hovering(true)
  }
  addEventListener('dragenter', over, options)
  addEventListener('dragover', over, options)
  addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) hovering(false)
    },
    options
  )
  addEventListener(
    'drop',
    (event) => {
      hovering(false)
      if (!event.dataTransfer || !holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      event.stopPropagation()
      void droppedFiles(event.dataTransfer).then((files) => intake.takeFiles(files))
    },
    options
  )
  addEventListener(
    'paste',
    (event) => {
      const { clipboardData } = event
      if (!clipboardData) return
      // The editor puts pictures and rich text where the cursor is.
      if (isEditing(event) && (holdsPictures(clipboardData) || holdsRich(clipboardData))) return
      if (holdsFiles(clipboardData)) {
        event.preventDefault()
        event.stopPropagation()
        void pastedFiles(clipboardData).then((files) => intake.takeFiles(files))
      } else if (!isEditing(event)) {
        event.preventDefault()
        void intake.takeText(
          clipboardData.getData('text/plain'),
          clipboardData.getData('text/html')
        )
      }
    },
    options
  )
  return () => stop.abort()
}
