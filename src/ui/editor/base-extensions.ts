import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  lineNumbers,
  placeholder
} from '@codemirror/view'
import { editorTheme } from './editor-theme.ts'
import { flash } from './flash.ts'
import { lineSelection } from './line-selection.ts'
import { problemMarks } from './problem-marks.ts'
import { spanMarks } from './span-marks.ts'

/** What shows a text and takes the first key: `soon.ts` comes right behind it, `late/` after that. */
export const baseExtensions: Extension = [
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  drawSelection(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    'aria-label': 'Markdown',
    spellcheck: 'true',
    autocapitalize: 'sentences',
    tabindex: '0'
  }),
  EditorState.tabSize.of(4),
  placeholder('Write or paste Markdown. [/Q]A question[Q/] and [/A]its answer[A/] make a card.'),
  lineSelection,
  problemMarks,
  spanMarks,
  flash,
  editorTheme
]
