import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longComments } from '../../../src/laegna.ts'

const runs = { numRuns: Number(process.env['RUNS'] ?? 300) }
const words = 'Words that fill some lines of a paragraph, and say nothing. '.repeat(12)
const pieces = [
  ...[`${words}\n\n`, `${words}\n\n`, '\n\n', 'a line\n', '\r\n', '\r'],
  ...['```\n', '~~~ts\n', '$$\n', '<div>\n', '> quoted\n', '- item\n', '# One\n', '| a | b |\n'],
  ...['100%% sure', 'a %%b', '%%', 'c%% d\n', '%% e\n', '`%%`', '\\%%', '"%%" ']
]
const documents = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(''))
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 2, 40),
    put: fc.constantFrom(
      'x',
      ' ',
      '\n',
      '\n\n',
      '%',
      '%%',
      '`',
      '```\n',
      '>',
      '\r',
      '<',
      '$$\n',
      ''
    )
  }),
  { minLength: 1, maxLength: 8 }
)

describe('comments over several blocks', () => {
  it('are found after edits as they are in a text that nobody has looked at', () => {
    fc.assert(
      fc.property(documents, edits, (first, changes) => {
        // Two of them, so that the text is looked over at all.
        let text = `100%% or 50%% of them\n\n${first}`
        longComments(text)
        const texts = changes.map(({ at, removed, put }) => {
          const start = Math.floor(at * text.length)
          return (text = text.slice(0, start) + put + text.slice(start + removed))
        })
        // In a row, so that each builds on what is known of the one before.
        const found = texts.map((text) => longComments(text))
        expect(found).toEqual(texts.map(anew))
      }),
      runs
    )
  })
})

/** What is found when the text looked at before held a comment, of which nothing is kept. */
function anew(text: string) {
  longComments('a %%b\n\nc%% d')
  return longComments(text)
}
