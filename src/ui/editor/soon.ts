import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { chapterAt } from './chapter-range.ts'
import { editorColours } from './editor-colours.ts'
import { foldChapters } from './fold-chapters.ts'
import { markdownLanguage } from './language/markdown-language.ts'
import { tabKey } from './tab-key.ts'

const steps: Extension[] = [
  [
    history(),
    tabKey,
    // Escape, then Tab leaves the editor; CodeMirror sees to that.
    keymap.of([...defaultKeymap, ...historyKeymap])
  ],
  markdownLanguage(),
  [foldChapters, editorColours]
]

/** What makes an editor of the text, one after the other: keys and undo, its syntax, colours and folding. The text is in sight without it. */
export const soon = { steps, chapterAt }
