import { describe, expect, test } from 'vitest'
import { defaultSettings, renderHtml } from '../../src/laegna.ts'
import { cutHtml } from '../../src/worker/html-pieces.ts'
import { PreviewClient } from '../../src/worker/preview-client.ts'

const cut = (html: string) => cutHtml(html).map((piece) => piece.html)

describe('cutting HTML', () => {
  test('gives each top-level element with the line of its source', () => {
    const html = '<h1 data-line="1" data-block="1">A</h1>\n<p data-line="3">b <em>c</em></p>\n'
    expect(cutHtml(html)).toEqual([
      { html: '<h1>A</h1>', line: 1, block: 1 },
      { html: '\n<p>b <em>c</em></p>', line: 3, block: 0 }
    ])
  })

  test('keeps nested elements of one name together', () => {
    expect(cut('<ul><li><ul><li>a</li></ul></li></ul><ul></ul>')).toEqual([
      '<ul><li><ul><li>a</li></ul></li></ul>',
      '<ul></ul>'
    ])
  })

  test('knows elements that never close', () => {
    expect(cut('<p>a<br>b<img alt="x"></p><hr><p>c</p>')).toEqual([
      '<p>a<br>b<img alt="x"></p>',
      '<hr>',
      '<p>c</p>'
    ])
  })

  test('is not misled by signs in attributes', () => {
    expect(cut('<p title="a > b <p>">x</p><p>y</p>')).toEqual([
      '<p title="a > b <p>">x</p>',
      '<p>y</p>'
    ])
  })

  test('keeps loose text', () => {
    expect(cut('<p>a</p>rest')).toEqual(['<p>a</p>', 'rest'])
    expect(cut('')).toEqual([])
  })

  test('takes out only the line of the top element', () => {
    const [piece] = cutHtml('<blockquote data-line="2"><p data-line="9">a</p></blockquote>')
    expect(piece).toEqual({
      html: '<blockquote><p data-line="9">a</p></blockquote>',
      line: 2,
      block: 0
    })
  })
})

test('the preview worker draws a document as renderHtml does, in pieces', async () => {
  const file = { path: 'a.md', text: '# Title\n\n- a\n- b\n\n| x |\n|---|\n| 1 |\n' }
  const settings = { ...defaultSettings, capture: 'all' as const }
  const client = new PreviewClient()
  const pieces = await client.render(file, settings)
  client.stop()
  expect(pieces.map(({ line }) => line)).toEqual([1, 3, 6])
  expect(pieces.map(({ block }) => block)).toEqual([1, 2, 3])
  const whole = renderHtml(file, settings).replaceAll(/ data-(?:line|block)="\d+"/g, '')
  expect(
    pieces
      .map(({ html }) => html)
      .join('')
      .trim()
  ).toBe(whole.trim())
})
