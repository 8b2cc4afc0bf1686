import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
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
import { editorTheme } from './editor-theme.ts'
import { flash } from './flash.ts'
import { foldChapters } from './fold-chapters.ts'
import { problemMarks } from './problem-marks.ts'
import { spanMarks } from './span-marks.ts'
import { tabKey } from './tab-key.ts'

/** What is needed for the first key; the rest is in `late/`. */
export const baseExtensions: Extension = [
  lineNumbers(),
  foldChapters,
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    'aria-label': 'Markdown',
    spellcheck: 'true',
    autocapitalize: 'sentences',
    tabindex: '0'
  }),
  EditorState.tabSize.of(4),
  tabKey,
  // Escape, then Tab leaves the editor; CodeMirror sees to that.
  keymap.of([...defaultKeymap, ...historyKeymap]),
  placeholder('Write or paste Markdown. [/Q]A question[Q/] and [/A]its answer[A/] make a card.'),
  problemMarks,
  spanMarks,
  flash,
  editorTheme
]
