import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { editorTheme } from '../editor/editor-theme.ts'
import { lateNoteSyntax, lateSyntax } from '../editor/language/late-syntax.ts'
import { markdownLanguage } from '../editor/language/markdown-language.ts'

/** Two texts to be seen as one with their differences. */
export interface Texts {
  /** Shown struck out where the other differs. */
  before: string
  after: string
  /** Says aloud what this is. */
  label: string
  /** Words on the buttons at each difference; without them nothing can be changed. */
  buttons?: { keep: string; revert: string }
}

const look = EditorView.theme({
  '.cm-changedLine': { backgroundColor: 'color-mix(in srgb, var(--answer) 12%, transparent)' },
  '.cm-changedText': {
    background: 'color-mix(in srgb, var(--answer) 30%, transparent)',
    textDecoration: 'none'
  },
  '.cm-deletedChunk': { backgroundColor: 'color-mix(in srgb, var(--error) 10%, transparent)' },
  '.cm-deletedText': {
    background: 'color-mix(in srgb, var(--error) 26%, transparent)',
    textDecoration: 'line-through'
  },
  '.cm-collapsedLines': { background: 'var(--panel)', color: 'var(--quiet)' },
  // The merge view's own button is white on the browser's grey.
  '.cm-deletedChunk .cm-chunkButtons button[type]': {
    margin: '0 4px',
    padding: '2px 8px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--corner)',
    background: 'var(--raised)',
    color: 'var(--text)',
    font: 'inherit',
    cursor: 'pointer'
  }
})

/** The differences of two texts in one editor, inside a shadow root: see `Writer`. */
export function compare(root: ShadowRoot, { before, after, label, buttons }: Texts): EditorView {
  const fixed = [EditorState.readOnly.of(true)]
  const open = [history(), keymap.of([...defaultKeymap, ...historyKeymap])]
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: after,
      extensions: [
        lineNumbers(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        markdownLanguage(lateSyntax, lateNoteSyntax),
        editorTheme,
        look,
        ...(buttons ? open : fixed),
        unifiedMergeView({
          original: before,
          collapseUnchanged: { margin: 3, minSize: 6 },
          mergeControls: buttons ? (type, action) => button(buttons, type, action) : false
        })
      ]
    })
  })
}

function button(
  words: NonNullable<Texts['buttons']>,
  type: 'accept' | 'reject',
  action: (event: MouseEvent) => void
): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = type === 'accept' ? words.keep : words.revert
  button.onclick = action
  // Else the editor would take the press for a place to put its cursor.
  button.onmousedown = (event) => event.preventDefault()
  return button
}
