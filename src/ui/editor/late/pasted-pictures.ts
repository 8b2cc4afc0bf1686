import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { holdsPictures } from '../clipboard-kinds.ts'

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
