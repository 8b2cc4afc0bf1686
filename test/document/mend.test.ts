import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, mendFile } from '../../src/laegna.ts'
import { taggedDocuments } from '../random-documents.ts'

function codesOf(text: string): string[] {
  return compile([{ path: 'a.md', text }]).diagnostics.map(({ code }) => code)
}

function mend(text: string) {
  return mendFile({ path: 'a.md', text })
}

describe('mending a file', () => {
  it('makes every safe fix, also one that another made room for', () => {
    const text = [
      '# Cells',
      '',
      '[/Q]What is a cell?[Q/] [/A]The smallest unit of life.',
      '',
      'Some [Q/] stray.',
      '',
      '[/T][T/]',
      '',
      '## More',
      '',
      '[/q]And?[q/] [/A]Yes.[A/]'
    ].join('\n')
    const { text: mended, fixes } = mend(text)
    expect(mended).toBe(
      [
        '# Cells',
        '',
        '[/Q]What is a cell?[Q/] [/A]The smallest unit of life.[A/]',
        '',
        'Some \\[Q/] stray.',
        '',
        '',
        '',
        '## More',
        '',
        '[/Q]And?[Q/] [/A]Yes.[A/]'
      ].join('\n')
    )
    expect(fixes).toBe(4)
    expect(codesOf(mended)).toEqual([])
  })

  it('frees answers of the lines that make headings of them, in any file', () => {
    const lines = [
      '[/Q]q[Q/]',
      '',
      '[/A]',
      'one',
      '---',
      'two',
      '===',
      '[A/]',
      '[/Q]r[Q/]',
      '',
      '[/A]x',
      '--',
      'y[A/]'
    ]
    for (const [mark, end] of [
      ['', '\n'],
      ['\ufeff', '\r\n'],
      ['', '\r']
    ] as const) {
      const { text: mended } = mend(mark + lines.join(end))
      expect(mended).toBe(
        mark +
          [
            '[/Q]q[Q/]',
            '',
            '[/A]',
            'one',
            '',
            '---',
            'two',
            '\\===',
            '[A/]',
            '[/Q]r[Q/]',
            '',
            '[/A]x',
            '\\--',
            'y[A/]'
          ].join(end)
      )
      expect(codesOf(mended)).toEqual([])
    }
  })

  it('neither cuts an answer at a heading in it nor takes the heading away', () => {
    expect(mend('[/Q]q[Q/]\n[/A]\none\n# two\nthree\n[A/]\n').fixes).toBe(0)
  })

  it('leaves a text alone that has no problem, or none with a safe fix', () => {
    for (const text of ['# A\n\n[/Q]a[Q/] [/A]b[A/]\n', '[/Q]Who answers?[Q/]\n', '']) {
      expect(mend(text)).toEqual({ text, fixes: 0 })
    }
  })

  it('adds no problem of any sort, and leaves no fix that would be safe', () => {
    fc.assert(
      fc.property(taggedDocuments, (text) => {
        const before = codesOf(text)
        const { text: mended, fixes } = mend(text)
        const after = codesOf(mended)
        for (const code of after) {
          const count = (codes: string[]) => codes.filter((other) => other === code).length
          expect(count(after)).toBeLessThanOrEqual(count(before))
        }
        if (fixes > 0) expect(after.length).toBeLessThan(before.length)
        expect(mend(mended).fixes).toBe(0)
      }),
      { numRuns: 60 }
    )
  })
})
