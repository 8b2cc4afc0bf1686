import { EditorSelection, EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { markdownLanguage } from '../../../src/ui/editor/language/markdown-language.ts'
import { wrapAs, type PairKind } from '../../../src/ui/editor/late/wrap-as.ts'

/** What becomes of a text whose cursor is `|`, or whose selection stands between two of them. */
function wrapped(kind: PairKind, text: string, times = 1): string {
  const [before = '', within = '', ...after] = text.split('|')
  const [anchor, doc] = [before.length, text.replaceAll('|', '')]
  const head = after.length > 0 ? anchor + within.length : anchor
  let state = EditorState.create({
    doc,
    selection: EditorSelection.single(anchor, head),
    extensions: [markdownLanguage(), EditorState.allowMultipleSelections.of(true)]
  })
  for (let time = 0; time < times; time++) {
    wrapAs(kind)({ state, dispatch: (transaction) => (state = transaction.state) })
  }
  const { from, to } = state.selection.main
  const [start, chosen, end] = [
    state.sliceDoc(0, from),
    state.sliceDoc(from, to),
    state.sliceDoc(to)
  ]
  return from === to ? `${start}|${end}` : `${start}|${chosen}|${end}`
}

describe('where nothing is selected, an answer is made of', () => {
  test.each([
    [
      'the paragraph',
      'One.\n\nThe pow|er house.\n\nTwo.',
      'One.\n\n[/A]The pow|er house.[A/]\n\nTwo.'
    ],
    ['it from its end', 'The power house.|', '[/A]The power house.|[A/]'],
    ['it from its start', '|The power house.', '[/A]|The power house.[A/]'],
    ['all its lines', 'The pow|er\nhouse.', '[/A]The pow|er\nhouse.[A/]'],
    ['its words without blanks', '   The po|wer house.  ', '   [/A]The po|wer house.[A/]  '],
    ['what follows the question', '[/Q]What?[Q/] The po|wer.', '[/Q]What?[Q/] [/A]The po|wer.[A/]'],
    ['what stands before it', 'The po|wer. [/Q]What?[Q/]', '[/A]The po|wer.[A/] [/Q]What?[Q/]'],
    ['the list item', '- one\n- tw|o\n- three', '- one\n- [/A]tw|o[A/]\n- three'],
    ['the task', '- [ ] do i|t\n', '- [ ] [/A]do i|t[A/]\n'],
    ['the words of a heading', '## Ce|lls {#id}', '## [/A]Ce|lls[A/] {#id}'],
    ['the words of a quote', '> It is| so.', '> [/A]It is| so.[A/]'],
    ['words without blanks between them', '細胞は|部屋です', '[/A]細胞は|部屋です[A/]']
  ])('%s', (_, before, after) => {
    expect(wrapped('answer', before)).toBe(after)
  })

  test('the table cell', () => {
    const table = '| a | b |\n|---|---|\n| cell | d |'
    const at = table.indexOf('ell')
    let state = EditorState.create({
      doc: table,
      selection: { anchor: at },
      extensions: markdownLanguage()
    })
    wrapAs('answer')({ state, dispatch: (transaction) => (state = transaction.state) })
    expect(state.doc.toString()).toBe('| a | b |\n|---|---|\n| [/A]cell[A/] | d |')
  })

  test.each([
    ['an empty line', 'One.\n\n|\n', 'One.\n\n[/A]|[A/]\n'],
    ['the place behind a question', '[/Q]What?[Q/] |', '[/Q]What?[Q/] [/A]|[A/]'],
    ['the place behind an answer', '[/A]So.[A/]|', '[/A]So.[A/][/A]|[A/]'],
    ['no word of code', '```\nco|de\n```', '```\ncode[/A]|[A/]\n```']
  ])('%s', (_, before, after) => {
    expect(wrapped('answer', before)).toBe(after)
  })
})

test.each([
  ['a question that is one already', 'question', '[/Q]Wh|at?[Q/]', 'Wh|at?'],
  ['one of several paragraphs', 'question', '[/Q]One\n\ntw|o.[Q/]', 'One\n\ntw|o.'],
  ['an answer of a question', 'answer', '[/Q]Wh|at?[Q/] So.', '[/A]Wh|at?[A/] So.'],
  [
    'the next card is left alone',
    'answer',
    '[/Q]a[Q/] on|e\n\n[/Q]b[Q/]',
    '[/Q]a[Q/] [/A]on|e[A/]\n\n[/Q]b[Q/]'
  ],
  ['a topic of the heading above', 'topic', '# Cells\n\nLi|fe.', '# [/T]|Cells|[T/]\n\nLife.'],
  ['a topic beside a reader', 'topic', '# Ce|lls [/BLOCKREAD/]', '# [/T]Ce|lls[T/] [/BLOCKREAD/]'],
  ['a topic under the line', 'topic', 'Ce|lls\n=====', '[/T]Ce|lls[T/]\n====='],
  ['no topic any more', 'topic', '# [/T]Ce|lls[T/] #', '# Ce|lls #'],
  ['no word cut where there is no heading', 'topic', 'A wo|rd.', '[/T]A wo|rd.[T/]'],
  [
    'what is selected, without blanks',
    'answer',
    'The| power |house.',
    'The [/A]|power|[A/] house.'
  ],
  ['the word of which a part is selected', 'answer', 'To un|do| it', 'To [/A]|undo|[A/] it'],
  ['words that are selected in part', 'question', 'To u|ndo i|t now', 'To [/Q]|undo it|[Q/] now'],
  ['what is selected of words without blanks', 'answer', '細|胞は|部屋', '細[/A]|胞は|[A/]部屋'],
  ['the same text after two presses', 'answer', 'The po|wer.', 'The po|wer.', 2]
] as const)('%s', (_, kind, before, after, times?: number) => {
  expect(wrapped(kind, before, times)).toBe(after)
})
