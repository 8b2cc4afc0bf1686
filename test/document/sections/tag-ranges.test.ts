import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/laegna.ts'

/** What stands at the ranges that a file's result names. */
function ranges(text: string) {
  const [file] = compile([{ path: 'a.md', text }]).files
  return {
    spans: file?.spans.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
    literalTags: file?.literalTags.map(({ start, end }) => text.slice(start, end))
  }
}

describe('ranges of tags in a file', () => {
  it('name pairs and readers, in the order of the text', () => {
    expect(ranges('# [/T]Cells[T/]\n\n[/Q]What?[Q/]\n[/A]This\n\nand that.[A/]\n')).toEqual({
      spans: [
        'topic: [/T]Cells[T/]',
        'question: [/Q]What?[Q/]',
        'answer: [/A]This\n\nand that.[A/]'
      ],
      literalTags: []
    })
  })

  it('name tags that are text: inside a pair, and without a mate', () => {
    expect(
      ranges('[/Q]What is [/A]?[Q/] [/A]A tag.[A/]\n\nStray [Q/] here. [/BLOCKREAD/]')
    ).toEqual({
      spans: [
        'question: [/Q]What is [/A]?[Q/]',
        'answer: [/A]A tag.[A/]',
        'block-reader: [/BLOCKREAD/]'
      ],
      literalTags: ['[/A]', '[Q/]']
    })
  })
})
