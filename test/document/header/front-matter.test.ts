import { expect, test } from 'vitest'
import { compile, mendFile } from '../../../src/laegna.ts'

test.each(['\n', '\r\n', '\r'])('a header is read with lines that end in %j', (end) => {
  const lines = ['---', 'title: Cells', 'deck: Biology', '---', '[/Q]Which?[Q/] [/A]This.[A/]', '']
  const { files, cards, diagnostics } = compile([{ path: 'a.md', text: lines.join(end) }])
  expect(files[0]!.title).toBe('Cells')
  expect(cards.map(({ deck }) => deck)).toEqual(['Biology'])
  expect(diagnostics).toEqual([])
})

test.each([
  ['---\ntags: #a #b\nDeck: X\n---\n\n[/Q]q[Q/] [/A]a[A/]\n', 'X'],
  ['---\ntag:\n- #a\n- "b"\ncards-deck: X\n---\n\n[/Q]q[Q/] [/A]a[A/]\n', 'X'],
  ['[/Q]q[Q/] [/A]a[A/]\n\nTARGET DECK: X\n\nFILE TAGS: #a b\n', 'X'],
  ['---\ntitle: t\n---\n\nFILE TAGS: #a b\n\n[/Q]q[Q/] [/A]a[A/]\n\nTARGET DECK\nX\n', 'X']
])('the header that is meant by %j is written on a click', (text, deck) => {
  for (const end of ['\n', '\r\n', '\r']) {
    const path = 'a.md'
    const mended = mendFile({ path, text: text.replaceAll('\n', end) })
    const { cards, diagnostics } = compile([{ path, text: mended.text }], { tags: [] })
    expect(diagnostics).toEqual([])
    expect(cards.map((card) => [card.deck, card.tags])).toEqual([[deck, ['a', 'b']]])
    expect(mended.text.replaceAll(end, '')).not.toMatch(/[\r\n]/)
  }
})
