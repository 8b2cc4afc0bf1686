import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { chapterAt } from './chapter-range.ts'
import { editorColours } from './editor-colours.ts'
import { foldChapters } from './fold-chapters.ts'
import { markdownLanguage } from './language/markdown-language.ts'
import { tabKey } from './tab-key.ts'

const extensions: Extension = [
  foldChapters,
  history(),
  tabKey,
  // Escape, then Tab leaves the editor; CodeMirror sees to that.
  keymap.of([...defaultKeymap, ...historyKeymap]),
  markdownLanguage(),
  editorColours
]

/** What makes an editor of the text: keys, undo, colours, folding. The text is in sight without it. */
export const soon = { extensions, chapterAt }
