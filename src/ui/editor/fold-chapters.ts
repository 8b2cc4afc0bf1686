import { codeFolding, foldGutter, foldKeymap, foldService, syntaxTree } from '@codemirror/language'
import type { EditorState, Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { levelOf } from './chapter-range.ts'

/** From the end of a heading to the end of its region: the next heading of its level or above. */
const chapters = foldService.of((state, start, end) => {
  const top = syntaxTree(state).topNode
  const heading = top.childAfter(start)
  if (!heading || heading.from > end) return null
  const level = levelOf(heading.name)
  if (level === 0) return null
  let after = heading.nextSibling
  while (after && !isAbove(levelOf(after.name), level)) after = after.nextSibling
  const from = state.doc.lineAt(heading.to).to
  const to = after ? lastText(state, after.from) : state.doc.length
  return to > from ? { from, to } : null
})

function isAbove(other: number, level: number): boolean {
  return other > 0 && other <= level
}

/** The end of the last line before a place that is not blank. */
function lastText({ doc }: EditorState, before: number): number {
  let line = doc.lineAt(Math.max(0, before - 1))
  while (line.number > 1 && line.text.trim() === '') line = doc.line(line.number - 1)
  return line.to
}

/** Chapters fold away under their headings. */
export const foldChapters: Extension = [
  chapters,
  codeFolding({
    placeholderDOM(view, onclick) {
      const button = document.createElement('button')
      button.className = 'cm-folded'
      button.textContent = '…'
      button.title = 'Unfold this chapter'
      button.setAttribute('aria-label', button.title)
      button.addEventListener('click', onclick)
      return button
    }
  }),
  foldGutter({
    markerDOM(open) {
      const mark = document.createElement('span')
      mark.className = open ? 'cm-fold' : 'cm-fold cm-fold-closed'
      mark.title = open ? 'Fold this chapter' : 'Unfold this chapter'
      return mark
    }
  }),
  keymap.of(foldKeymap)
]
