import { describe, expect, it } from 'vitest'
import { HashSet } from '../../src/export/anki/deck/hash-set.ts'
import { Random } from '../bench/random.ts'

describe('HashSet', () => {
  it('adds each hash once, also where a half of it or its place is that of another', () => {
    const random = new Random(3)
    const hashes = new HashSet()
    const known = new Set<string>()
    for (let turn = 0; turn < 6000; turn++) {
      const high = random.between(1, 100)
      const low = random.between(0, 100) * 0x800000
      const key = `${high} ${low}`
      expect(hashes.add(high, low)).toBe(!known.has(key))
      known.add(key)
    }
    expect(known.size).toBeGreaterThan(3000)
  })
})
