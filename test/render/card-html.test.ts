import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/laegna.ts'

const media = ['docs/img/ä.png', 'docs/cell.mp3', 'docs/cell.mp4']

/** The answer of a card, and what there is to say of it. */
function answerOf(markdown: string): [html: string | undefined, codes: string[]] {
  const text = `[/Q]Which?[Q/]\n\n[/A]\n${markdown}\n[A/]\n`
  const { cards, diagnostics } = compile([{ path: 'docs/a.md', text }], {}, media)
  return [cards[0]?.answerHtml, diagnostics.map(({ code }) => code)]
}

test.each([
  ['<audio controls src="cell.mp3"></audio>', '<audio src="docs/cell.mp3" controls></audio>'],
  [
    'Look: <video width="300"><source src="cell.mp4" type="video/mp4">No film.</video>',
    'Look: <video src="docs/cell.mp4" controls></video>'
  ]
])('sounds and films of raw HTML are those of the project: %s', (markdown, html) => {
  expect(answerOf(markdown)).toEqual([html, []])
})

test('of a picture in several versions the one that is in it is shown', () => {
  const html =
    '<picture><source media="(prefers-color-scheme: dark)" srcset="img/dark.png"><img src="img/ä.png"></picture>'
  expect(answerOf(html)).toEqual(['<picture><img src="docs/img/ä.png"></picture>', []])
})

test('a path may be written with the slashes of Windows', () => {
  expect(answerOf(String.raw`![x](img\ä.png)`)).toEqual(['<img src="docs/img/ä.png" alt="x">', []])
})

test('one that is not there is told', () => {
  expect(answerOf('<video src="gone.mp4"></video>')[1]).toEqual(['missing-media'])
})

test('what notes mark words with comes along', () => {
  const html = '<u>one</u> <mark>two</mark> <small>three</small> <abbr title="A">four</abbr>'
  expect(answerOf(html)).toEqual([html, []])
})

test('no control character and no half of a pair comes into a field of Anki', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [html = ''] = answerOf(
        `${one}&#31;\x1f \`${other}\` <b title="${other}">x</b>\n\n- ${one}\ud800`
      )
      // eslint-disable-next-line no-control-regex -- these are what must not be there
      expect(html).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/)
      expect(html).not.toMatch(/\p{Surrogate}/u)
    })
  )
  expect(answerOf('a&#31;b')[0]).toBe('a\ufffdb')
  expect(answerOf('\x1fa')[0]).toBe('\ufffda')
})
