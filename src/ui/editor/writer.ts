import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { EditorSelection, EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder
} from '@codemirror/view'
import type { Diagnostic, Fix } from '../../document/model.ts'
import { editorTheme } from './editor-theme.ts'
import { flash, lightUp } from './flash.ts'
import { markdownLanguage } from './language/markdown-language.ts'
import { problemMarks, showProblems } from './problem-marks.ts'
import { scrollToLine, tellScrolling } from './scrolling.ts'

const flashLasts = 1200

/** What the rest of the page hears of the editor. */
export interface WriterEvents {
  typed: (path: string, text: string) => void
  /** The line that now stands at the top, as `ScrollPlace` counts it. */
  scrolled: (line: number) => void
}

/** The text editor: one view, and for each file its own text, cursor and undo. */
export class Writer {
  /** Whether nothing can be typed. */
  locked = false
  readonly #view: EditorView
  readonly #extensions: Extension
  readonly #sessions = new Map<string, EditorState>()
  #path: string | undefined
  #flashTimer: ReturnType<typeof setTimeout> | undefined

  /** `root` is a shadow root: there CodeMirror's styles need no inline `<style>`. */
  constructor(root: ShadowRoot, { typed, scrolled }: WriterEvents) {
    this.#extensions = [
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': 'Markdown',
        spellcheck: 'true',
        tabindex: '0'
      }),
      EditorState.tabSize.of(4),
      // Escape, then Tab leaves the editor; CodeMirror sees to that.
      keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      placeholder(
        'Write or paste Markdown. [/Q]A question[Q/] and [/A]its answer[A/] make a card.'
      ),
      markdownLanguage(),
      problemMarks,
      flash,
      tellScrolling(scrolled),
      editorTheme,
      // What was typed into a page that may not store it any more would be lost.
      EditorState.changeFilter.of(() => !this.locked || this.#path === undefined),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged && this.#path !== undefined) typed(this.#path, state.doc.toString())
      })
    ]
    this.#view = new EditorView({ root, parent: root, state: this.#begin('') })
  }

  /** Shows a file; one that was open before comes back with its cursor and undo. */
  open(path: string, text: string): void {
    if (this.#path !== undefined) this.#sessions.set(this.#path, this.#view.state)
    const session = this.#sessions.get(path)
    this.#path = undefined
    this.#view.setState(session ?? this.#begin(text))
    this.#path = path
    this.replace(path, text)
  }

  /** Takes a text that was changed elsewhere; it can be undone like typing. */
  replace(path: string, text: string): void {
    if (path !== this.#path) {
      if (this.#sessions.get(path)?.doc.toString() !== text) this.#sessions.delete(path)
      return
    }
    const { state } = this.#view
    if (state.doc.toString() === text) return
    this.#path = undefined
    this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert: text } })
    this.#path = path
  }

  /** Forgets all files: another project was opened. */
  forget(): void {
    this.#sessions.clear()
    this.#path = undefined
  }

  /** Underlines the problems of the open file. */
  mark(problems: Diagnostic[]): void {
    this.#view.dispatch({ effects: showProblems(problems) })
  }

  /** Puts the cursor on a line, in the middle of the view, and lights up to `endLine`. */
  goTo(line: number, endLine: number): void {
    const { doc } = this.#view.state
    const first = Math.min(Math.max(line, 1), doc.lines)
    const last = Math.min(Math.max(endLine, first), doc.lines)
    const { from } = doc.line(first)
    this.#view.dispatch({
      selection: EditorSelection.cursor(from),
      effects: [EditorView.scrollIntoView(from, { y: 'center' }), lightUp({ first, last })]
    })
    clearTimeout(this.#flashTimer)
    this.#flashTimer = setTimeout(() => {
      this.#view.dispatch({ effects: lightUp(null) })
    }, flashLasts)
  }

  /** Mends a problem in the open file; undo takes it back. */
  apply({ start, end, text }: Fix): void {
    this.#view.dispatch({ changes: { from: start, to: end, insert: text }, userEvent: 'input' })
  }

  /** Follows the other pane: brings a line to the top without moving the cursor. */
  scrollTo(line: number): void {
    scrollToLine(this.#view, line)
  }

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    clearTimeout(this.#flashTimer)
    this.#view.destroy()
  }

  #begin(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.#extensions })
  }
}
