import { hasNextSnippetField, nextSnippetField, snippet } from '@codemirror/autocomplete'
import { Prec, type Extension } from '@codemirror/state'
import { keymap, type EditorView } from '@codemirror/view'
import { cardOfLines } from './card-of-lines.ts'

/** Tab goes from the question to the answer, and then behind both. */
const empty = '[/Q]#{}[Q/]\n[/A]#{}[A/]#{}'

/**
 * Makes a card: of what is selected, two lines being question and answer and everything else the question, or an empty one at the cursor. In
 * a line that holds text already, it comes below; empty lines part it from other text.
 */
export function insertCard(view: EditorView): void {
  const { doc, selection } = view.state
  const { from, to, head } = selection.main
  const selected = doc.sliceString(from, to).trim()
  const both = cardOfLines(doc.sliceString(from, to))
  if (both !== undefined) {
    view.dispatch({
      changes: { from, to, insert: both },
      selection: { anchor: from + both.trimEnd().length },
      userEvent: 'input.card',
      scrollIntoView: true
    })
    return
  }
  if (selected !== '') {
    const card = `[/Q]${selected}[Q/]\n[/A][A/]`
    view.dispatch({
      changes: { from, to, insert: card },
      selection: { anchor: from + card.length - '[A/]'.length },
      userEvent: 'input.card',
      scrollIntoView: true
    })
    return
  }
  const line = doc.lineAt(head)
  const isFree = (number: number) =>
    number < 1 || number > doc.lines || doc.line(number).text.trim() === ''
  const before = !isFree(line.number) ? '\n\n' : isFree(line.number - 1) ? '' : '\n'
  const after = isFree(line.number + 1) ? '' : '\n'
  const at = isFree(line.number) ? head : line.to
  snippet(before + empty + after)(view, null, at, at)
}

/** A touch keyboard has no Tab: there Enter goes from the question to the answer, and on. */
export function fieldsByEnter(): Extension {
  if (!matchMedia('(pointer: coarse)').matches) return []
  return Prec.high(
    keymap.of([
      { key: 'Enter', run: (view) => hasNextSnippetField(view.state) && nextSnippetField(view) }
    ])
  )
}
