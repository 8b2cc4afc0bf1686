import { expect, it } from 'vitest'
import { renderHtml } from '../../src/laegna.ts'

const render = (text: string) => renderHtml({ path: 'a.md', text })
/** The stretches that a text was cut into, without what marks up words in them. */
const stretches = (html: string) =>
  [...html.matchAll(/<span class="stretch">(.*?)<\/span>/gs)].map(([, text = '']) =>
    text.replaceAll(/<[^>]+>/g, '')
  )

it.each([
  ['in turn from right and left', 'אa'],
  ['from right to left, and digits', 'ع1'],
  ['in turn with what is in no font', 'a\ue000'],
  ['that are NUL', 'a\0'],
  ['turned by marks', '\u202ba\u202c']
])('cuts a paragraph of letters %s, and loses none', (_, letters) => {
  const text = letters.repeat(3000)
  const parts = stretches(render(text))
  expect(parts.length).toBeGreaterThan(5)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(1000)
  expect(parts.join('')).toBe(text.replaceAll('\0', '\ufffd'))
})

it('cuts what is longer than any prose, whatever its letters', () => {
  const text = 'a'.repeat(60_000)
  expect(stretches(render(text)).join('')).toBe(text)
  expect(stretches(render('a'.repeat(40_000)))).toEqual([])
})

it('cuts where there are blanks, and never within a letter', () => {
  for (const part of stretches(render('אא aa '.repeat(2000))).slice(0, -1))
    expect(part).toMatch(/ $/)
  for (const part of stretches(render('א𐐀a'.repeat(2000))))
    expect(part).toMatch(/^[אa\u{10400}]+$/u)
})

it('cuts in items, quotes and code, and where the words are marked up', () => {
  const text = 'אa'.repeat(3000)
  for (const before of ['- ', '> ', '    ', '# ']) {
    expect(stretches(render(before + text)).join('')).toContain(text)
  }
  expect(stretches(render(`**${text}**`))).toHaveLength(6)
  expect(stretches(render('<b>אa</b>aa'.repeat(1500))).length).toBeGreaterThan(5)
})

it.each([
  ['one script', 'word '.repeat(4000)],
  ['words with accents', 'déjà vu über '.repeat(1000)],
  ['Hebrew with points and dashes', 'שָׁלוֹם – עולם, '.repeat(1000)],
  ['Persian with joiners', 'می\u200cخواهم گپ چای '.repeat(1000)],
  ['Chinese and Japanese', '这是“一”。カタカナ、ひらがな'.repeat(1000)],
  ['a few words of another script', `${'word '.repeat(4000)} שלום word`],
  ['many short paragraphs', 'אa\n\n'.repeat(400)],
  ['a list of words and their translations', '- house בית\n'.repeat(400)]
])('leaves a text of %s whole', (_, text) => {
  expect(render(text)).not.toContain('stretch')
})
