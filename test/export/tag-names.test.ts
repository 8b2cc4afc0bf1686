import { expect, test } from 'vitest'
import { compile, exporters, isSayable } from '../../src/laegna.ts'
import { tagNames } from '../../src/export/anki/deck/tag-names.ts'

test('levels of tags stand behind :: in Anki, however notes have them', () => {
  const tags = ['a/b', 'a::b', '/a//b/', 'c d/e', 'f:: / g', '/']
  expect(tagNames(tags)).toEqual(['a::b', 'c_d::e', 'f::g'])
})

test.each(['anki-json', 'anki-text'])('%s has the levels of header and project', async (id) => {
  const text = '---\ntags: ["#x/y"]\n---\n\n[/Q]q[Q/] [/A]a[A/]'
  const files = [{ path: 'a.md', text }]
  const compilation = compile(files, { tags: ['p/q'] })
  const exporter = exporters.find((one) => one.id === id)!
  const context = { now: new Date(0), seed: 1 }
  const result = await exporter.run({ name: 'n', compilation, files }, {}, context)
  const written = new TextDecoder().decode(result.files[0]!.bytes)
  expect(written).toMatch(/p::q"?,?\s+"?x::y/)
})

test('tags of a deck that a text cannot say stay with their notes, and those that are Anki’s own', () => {
  for (const tag of ['cells', 'a::b', 'unmarked', 'Marked2', 'leeches', 'c_d', '日本']) {
    expect(isSayable(tag), tag).toBe(true)
  }
  const others = [
    'marked',
    'Leech',
    'a b',
    'a/b',
    '::a',
    'a,b',
    '#a',
    'a;b',
    '[a',
    'a]',
    '{a',
    'a}',
    '"a',
    "'a"
  ]
  for (const tag of others) expect(isSayable(tag), tag).toBe(false)
})
