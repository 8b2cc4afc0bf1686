import { describe, expect, test } from 'vitest'
import { compile } from '../../src/laegna.ts'
import { exportTo, play } from './anki.ts'

/** The sides of each card of a text as Anki draws them, in the order of the text. */
async function drawn(text: string, media = new Map<string, Uint8Array>()) {
  const files = [{ path: 'a.md', text }]
  const compilation = compile(files, {}, [...media.keys()])
  const input = { name: 'Reading', files, compilation, media }
  const { path } = await exportTo('anki-package', input)
  const { notes, rendered, problems } = await play([{ import: path }], { render: true })
  expect(problems).toEqual([])
  return notes
    .toSorted((one, other) => one.cards[0]!.due - other.cards[0]!.due)
    .map(({ guid }) => rendered.find((card) => card.guid === guid)!)
}

describe('Anki shows', () => {
  test('a price before code as it was written', async () => {
    const [inQuestion, inBoth] = await drawn(
      '[/Q]$5 and `$x`?[Q/] [/A]a[A/]\n\n[/Q]$6 or `$y`?[Q/] [/A]$7 <a href="https://a.b/$c">c</a>, $x_1$[A/]\n'
    )
    expect(inQuestion?.front).toContain('$5 and <code>$x</code>?')
    expect(inBoth?.front).toContain('$6 or <code>$y</code>?')
    expect(inBoth?.back).toContain('$7 <a href="https://a.b/$c">c</a>, \\(x_1\\)')
  })

  test('bars of table cells without backslashes, in formulas, code and text', async () => {
    const [card] = await drawn(
      '| [/Q]$\\|x\\|$, `a\\|b`[Q/] | [/A]$$\\|y\\|$$ a\\|b <b title="c\\|d">e</b>[A/] |\n| - | - |\n'
    )
    expect(card?.front).toContain('\\(|x|\\), <code>a|b</code>')
    expect(card?.back).toContain('\\[|y|\\] a|b <b title="c|d">e</b>')
  })

  test('pictures and links whose attributes have slashes and no quotes', async () => {
    const [card] = await drawn(
      '[/Q]See <img src=/images/a.png width="80">[Q/]\n[/A]\n\n<a href=https://a.b/c/>far</a>\n\n[A/]\n',
      new Map([['images/a.png', new Uint8Array([1, 2, 3])]])
    )
    expect(card?.front).toMatch(/See <img src="laegna-\w+\.png" width="80">/)
    expect(card?.back).toContain('<a href="https://a.b/c/">far</a>')
  })

  test('emphasis beside Chinese, Japanese and Korean signs, and single tildes', async () => {
    const [card] = await drawn(
      '[/Q]これは**「重要」**です。また**「大事」**ですか。[Q/] [/A]**重要(중요)**입니다~~（旧）~~, 20~25°C, 5~10°C, H~2~O[A/]\n'
    )
    expect(card?.front).toContain(
      'これは<strong>「重要」</strong>です。また<strong>「大事」</strong>ですか。'
    )
    expect(card?.back).toContain(
      '<strong>重要(중요)</strong>입니다<del>（旧）</del>, 20~25°C, 5~10°C, H~2~O'
    )
  })
})
