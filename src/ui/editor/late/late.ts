import { completionKeymap } from '@codemirror/autocomplete'
import {
  highlightSelectionMatches,
  openSearchPanel,
  search,
  searchKeymap
} from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { keymap, tooltips } from '@codemirror/view'
import { diffArrays } from 'diff'
import { lateNoteSyntax, lateSyntax } from '../language/late-syntax.ts'
import { markdownLanguage } from '../language/markdown-language.ts'
import { codeLanguages } from './code-languages.ts'
import { fieldsByEnter, insertCard } from './insert-card.ts'
import { lateTheme } from './late-theme.ts'
import { mendAtCursor, problemTips, tellProblem } from './problem-tips.ts'
import { SearchPanel } from './search-panel.ts'
import { tagCompletion } from './tag-completion.ts'
import { textDirection } from './text-direction.ts'
import { toggleReader } from './toggle-reader.ts'
import { unseenChars } from './unseen-chars.ts'
import { wrapAs } from './wrap-as.ts'

const words = {
  'replaced $ matches': '$ matches replaced',
  'replaced match on line $': 'Match on line $ replaced',
  'current match': 'Match'
}

const readers = {
  plain: markdownLanguage(lateSyntax, codeLanguages),
  notes: markdownLanguage(lateSyntax, lateNoteSyntax, codeLanguages)
}

/** With the language that reads what programs for notes add (N2), or without. */
const extensions = (noteSyntax: boolean): Extension => [
  noteSyntax ? readers.notes : readers.plain,
  EditorState.phrases.of(words),
  search({ createPanel: (view) => new SearchPanel(view) }),
  highlightSelectionMatches({ minSelectionLength: 2 }),
  tooltips({ position: 'fixed' }),
  textDirection,
  unseenChars,
  tagCompletion,
  problemTips,
  fieldsByEnter(),
  // Opening the search is a command of the page: its key must not be taken for that with Shift.
  keymap.of([...completionKeymap, ...searchKeymap.filter(({ key }) => key !== 'Mod-f')]),
  lateTheme
]

/** What the editor can do beyond taking text: loaded when the first text is in sight. */
export const late = {
  extensions,
  diffArrays,
  insertCard,
  mendAtCursor,
  openSearchPanel,
  tellProblem,
  toggleReader,
  wrapAs
}
