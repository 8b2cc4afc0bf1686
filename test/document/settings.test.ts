import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, defaultSettings, type Settings } from '../../src/laegna.ts'

const files = [{ path: 'a.md', text: '# A\n\n[/BLOCKREAD/]\n\n[/Q]q[Q/] [/A]a[A/]' }]

test('settings that a store or a program got wrong count as not said', () => {
  const keys = Object.keys(defaultSettings)
  const value = fc.oneof(
    fc.constantFrom(null, undefined, 1, '$(x)', {}, 'constructor'),
    fc.anything()
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value), (wrong) => {
      const { cards } = compile(files, wrong)
      expect(typeof cards[0]!.deck).toBe('string')
      expect(cards[0]!.tags.every((tag) => typeof tag === 'string')).toBe(true)
    })
  )
  const wrong = { deck: 3, decks: 'all', tags: 'a', capture: '' } as unknown as Partial<Settings>
  expect(compile(files, wrong)).toEqual(compile(files))
  const tags = ['a', 1, null] as unknown as string[]
  expect(compile(files, { tags }).cards[0]!.tags).toEqual(['a'])
})
