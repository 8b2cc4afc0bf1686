import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { cardsOfLabels } from './card-of-lines.ts'

/** Offers to make cards of pairs of lines, `Q:` and `A:`, that were just pasted. */
export function pastedCards(offer: (cards: number, make: () => void) => void): Extension {
  return EditorView.updateListener.of(({ transactions, view }) => {
    for (const transaction of transactions) {
      if (!transaction.isUserEvent('input.paste')) continue
      transaction.changes.iterChanges((_, __, from, to, inserted) => {
        const text = inserted.toString()
        const cards = cardsOfLabels(text)
        if (cards === undefined) return
        offer(cards.split('[/Q]').length - 1, () => {
          // What was changed since is left as it is.
          if (view.state.sliceDoc(from, to) !== text) return
          view.dispatch({ changes: { from, to, insert: cards }, userEvent: 'input.card' })
          view.focus()
        })
      })
    }
  })
}
