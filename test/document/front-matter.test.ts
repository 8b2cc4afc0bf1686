import { expect, test } from 'vitest'
import { compile } from '../../src/laegna.ts'

test.each(['\n', '\r\n', '\r'])('a header is read with lines that end in %j', (end) => {
  const lines = ['---', 'title: Cells', 'deck: Biology', '---', '[/Q]Which?[Q/] [/A]This.[A/]', '']
  const { files, cards, diagnostics } = compile([{ path: 'a.md', text: lines.join(end) }])
  expect(files[0]!.title).toBe('Cells')
  expect(cards.map(({ deck }) => deck)).toEqual(['Biology'])
  expect(diagnostics).toEqual([])
})
