import { indentLess, indentMore } from '@codemirror/commands'
import { indentUnit, syntaxTree } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'

/**
 * Tab indents where that means something: what is selected, lists, code. Elsewhere it goes on to
 * the next control of the page, and so it does after Escape.
 */
export const tabKey: Extension = [
  indentUnit.of('    '),
  keymap.of([
    {
      key: 'Tab',
      run(view) {
        const { state } = view
        if (!isIndentable(state)) return false
        if (!state.selection.main.empty || isInList(state)) return indentMore(view)
        view.dispatch(state.replaceSelection(state.facet(indentUnit)))
        return true
      },
      shift: (view) => isIndentable(view.state) && indentLess(view)
    }
  ])
]

function isIndentable(state: EditorState): boolean {
  return !state.readOnly && (!state.selection.main.empty || isInList(state) || isInCode(state))
}

function isInList({ doc, selection }: EditorState): boolean {
  return /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(doc.lineAt(selection.main.head).text)
}

function isInCode(state: EditorState): boolean {
  let node = syntaxTree(state).resolve(state.selection.main.head, -1)
  while (node.parent && !/^(?:FencedCode|CodeBlock)$/.test(node.name)) node = node.parent
  return node.parent !== null
}
