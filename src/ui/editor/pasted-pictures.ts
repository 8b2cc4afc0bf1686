import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Pictures that are pasted are kept with the project, and the text shows them where the cursor is.
 * `keep` gives what to write there.
 */
export function pastedPictures(keep: (pictures: File[]) => Promise<string>): Extension {
  return EditorView.domEventHandlers({
    paste({ clipboardData }, view) {
      if (!clipboardData || !holdsPictures(clipboardData)) return false
      void keep([...clipboardData.files]).then((text) => {
        view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste' })
      })
      return true
    }
  })
}

/** Whether pictures and nothing else were copied: word processors add one of the text they copy. */
export function holdsPictures({ files, types }: DataTransfer): boolean {
  return (
    files.length > 0 &&
    !types.includes('text/plain') &&
    [...files].every(({ type }) => type.startsWith('image/'))
  )
}
