import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import { cardsOfLabels } from '../../../src/ui/editor/late/card-of-lines.ts'
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

/** The text after a card was made of all of it. */
function asCard(doc: string): string {
  const view = new EditorView({
    state: EditorState.create({ doc, selection: { anchor: 0, head: doc.length } })
  })
  insertCard(view)
  const written = view.state.doc.toString()
  view.destroy()
  return written
}

test.each([
  ['two lines', 'What is a cell?\nA room.', '[/Q]What is a cell?[Q/]\n[/A]A room.[A/]'],
  ['two paragraphs', 'Why?\n\nSo.', '[/Q]Why?[Q/]\n\n[/A]So.[A/]'],
  ['labels go', 'Q: Why?\nA: So.', '[/Q]Why?[Q/]\n[/A]So.[A/]'],
  ['marks of a list stay', '- Why?\n- So.', '- [/Q]Why?[Q/]\n- [/A]So.[A/]'],
  ['one line is a question', 'Why?', '[/Q]Why?[Q/]\n[/A][A/]']
])('a card is made of what is selected: %s', (_, before, after) => {
  expect(asCard(before)).toBe(after)
})

test.each([
  ['Q: Why?\nA: So.', '[/Q]Why?[Q/]\n[/A]So.[A/]'],
  ['Q: One?\nA: 1\n\nQ: Two?\nA: 2\n', '[/Q]One?[Q/]\n[/A]1[A/]\n\n[/Q]Two?[Q/]\n[/A]2[A/]\n'],
  ['Q: Why?\nQ: And?', undefined],
  ['Why?\nSo.', undefined],
  ['[/Q]Why?[Q/]\n[/A]So.[A/]', undefined]
])('labelled lines that are pasted can be cards: %j', (pasted, cards) => {
  expect(cardsOfLabels(pasted)).toBe(cards)
})

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
