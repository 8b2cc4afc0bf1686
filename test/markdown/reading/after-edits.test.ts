import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterEdits, withEdits, type TextEdit } from '../../../src/laegna.ts'

/** Edits of a text of some length, none over another, in any order. */
function editsOf(length: number, numbers: number[]): TextEdit[] {
  const places = numbers.map((number) => number % (length + 1)).sort((one, other) => one - other)
  const edits: TextEdit[] = []
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [start = 0, end = 0] = [places[at], places[at + 1]]
    edits.push({ start, end, insert: '🧬ab'.repeat(start % 3) })
  }
  return edits.reverse()
}

test('edits one after another make what each of them makes in its turn', () => {
  const length = fc.oneof(fc.nat(40), fc.nat(60_000))
  const rounds = fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 30 })
  fc.assert(
    fc.property(length, rounds, (length, rounds) => {
      let expected = 'abcdefgh'.repeat(length / 8)
      const text = expected
      const edits: TextEdit[][] = []
      for (const numbers of rounds) {
        const round = editsOf(expected.length, numbers)
        edits.push(round)
        expected = withEdits(expected, round)
      }
      expect(afterEdits(text, edits) === expected).toBe(true)
    })
  )
})
