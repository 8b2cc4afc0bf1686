import { expect, test } from 'vitest'
import { mathBlocksIn } from '../../src/markdown/syntax/math-blocks.ts'

/** Lines of a text, and how often one was asked for. */
class CountedLines {
  asked = 0
  readonly #lines: string[]

  constructor(lines: string[]) {
    this.#lines = lines
  }

  get count(): number {
    return this.#lines.length
  }

  readonly lineAt = (number: number): string => {
    this.asked++
    return this.#lines[number - 1] ?? ''
  }
}

const rest = Array.from({ length: 10_000 }, (_, at) => `Line ${at}.`)

test.each([
  ['where it closes', ['$$', 'x', '', 'y', '$$'], 5],
  ['where it closes in its paragraph', ['$$x', 'y$$'], 2],
  ['a blank line', ['$$x', '', 'y$$'], undefined],
  ['a heading', ['$$', 'x', '# Next', '$$'], undefined]
])('a block of math looks no farther than to %s', (_, begin, closing) => {
  const lines = new CountedLines([...begin, ...rest])
  expect(mathBlocksIn(lines).closingLine(1, 0)).toBe(closing)
  expect(lines.asked).toBeLessThan(30)
})

test('where nothing closes, all lines are looked over once for all that ask', () => {
  const opened = rest.map((line) => `$$ ${line}`)
  const lines = new CountedLines(['$$', ...opened])
  const blocks = mathBlocksIn(lines)
  for (let line = 1; line <= lines.count; line++) {
    expect(blocks.closingLine(line, 0)).toBeUndefined()
  }
  expect(lines.asked).toBeLessThan(10 * lines.count)
})
