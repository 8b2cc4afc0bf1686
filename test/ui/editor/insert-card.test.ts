import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { insertCard } from '../../../src/ui/editor/late/insert-card.ts'

/** The text after a card was put in where `|` stands. */
function withCard(text: string): string {
  const doc = text.replace('|', '')
  const view = new EditorView({
    state: EditorState.create({ doc, selection: { anchor: text.indexOf('|') } })
  })
  insertCard(view)
  const written = view.state.doc.toString()
  view.destroy()
  return written
}

test.each([
  ['an empty text', '|', '[/Q][Q/]\n[/A][A/]'],
  ['an empty line between others', 'One.\n\n|\n\nTwo.', 'One.\n\n[/Q][Q/]\n[/A][A/]\n\nTwo.'],
  ['right under a paragraph', 'One.\n|', 'One.\n\n[/Q][Q/]\n[/A][A/]'],
  ['right above a paragraph', '|\nOne.', '[/Q][Q/]\n[/A][A/]\n\nOne.'],
  ['the one line between two', 'One.\n|\nTwo.', 'One.\n\n[/Q][Q/]\n[/A][A/]\n\nTwo.'],
  ['in a line of text', 'One| line.\n\nTwo.', 'One line.\n\n[/Q][Q/]\n[/A][A/]\n\nTwo.'],
  ['in the middle of a paragraph', 'One|\nmore.', 'One\n\n[/Q][Q/]\n[/A][A/]\n\nmore.']
])('a card stands in a paragraph of its own: %s', (_, before, after) => {
  expect(withCard(before)).toBe(after)
})
