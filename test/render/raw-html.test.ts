import { describe, expect, it } from 'vitest'
import { compile, exporters, mendFile, renderCardSides, renderHtml } from '../../src/laegna.ts'
import { RawHtml } from '../../src/render/raw-html.ts'

const read = (html: string): string => new RawHtml().read(html).html

describe('raw HTML', () => {
  it.each([
    ['<ESC>', '&lt;ESC&gt;'],
    ['</int>', '&lt;/int&gt;'],
    ['<foo a="<b>&amp;">', '&lt;foo a="&lt;b&gt;&amp;amp;"&gt;'],
    ['<K,V> <a@b.c>', '&lt;K,V> &lt;a@b.c>'],
    ['<foo <b>x</b>', '&lt;foo <b>x</b>'],
    ['a </3 <!> b', 'a &lt;/3 &lt;!> b'],
    ['<b never ends', '&lt;b never ends'],
    ['<div title="never ends>', '&lt;div title="never ends>'],
    ['<command> <image> <path>', '&lt;command&gt; &lt;image&gt; &lt;path&gt;']
  ])('shows %s', (html, shown) => {
    expect(read(html)).toBe(shown)
  })

  it.each([
    '<DIV class=a/b><bR/><p title="a>b">x</P>',
    '<time>now</time> <marquee>old</marquee>',
    '<!-- <foo> -->',
    '<!--><b>x</b>',
    '<!DOCTYPE html>',
    '<script>if (a<b) c<d>(e)</script>',
    '<textarea><foo></textarea>',
    '<svg viewBox="0 0 1 1"><g><path d="M0"/></g></svg>',
    '<math><mi>x</mi></math>'
  ])('leaves %s to the parser', (html) => {
    expect(read(html)).toBe(html)
  })

  it.each(['<?php echo "a>b" ?>', '<![CDATA[a>b]]>'])('hides %s', (html) => {
    expect(read(html)).toBe('')
  })

  it('knows the elements of a drawing from piece to piece, until it ends', () => {
    const html = new RawHtml()
    const pieces = ['<svg>', '<path d="M0"/>', '<svg/>', '</svg>', '<path>', '<svg/>', '<path>']
    expect(pieces.flatMap((piece) => html.read(piece).words).length).toBe(2)
  })

  it.each([
    '<'.repeat(50_000),
    '<a '.repeat(50_000),
    '<foo a="'.repeat(20_000),
    '<b x=1'.repeat(20_000),
    '<div '.repeat(20_000) + '<!a'.repeat(20_000)
  ])('is read however much of it never ends', (html) => {
    expect(read(html).replaceAll('&lt;', '<')).toBe(html)
  })
})

describe('a word that HTML has an element for', () => {
  const shown = (text: string) => renderHtml({ path: 'a.md', text })

  it.each([
    'List<Object>',
    'Map<K, List<Object>>',
    '[Set<Data>](x) more',
    '**Box<B>** more',
    '# Use <title>',
    '- git show <object>',
    '> a <template> b',
    'a <iframe src=x> b',
    'a<b and c> d',
    'Both <script> and <style>',
    '<div>\nList<Object>\n</div>',
    '<title>\nmore',
    '1. <template>\n\nmore',
    'Array<P>, Array<Table>, Array<Section>'
  ])('is text in %j', (text) => {
    const words = [...text.matchAll(/<(?!div|\/)([a-z]+)/gi)].map(([word]) =>
      word.replace('<', '&lt;')
    )
    for (const word of words) expect(shown(text)).toContain(word)
    expect(shown(`${text}\n\n# Below\n\n*more*\n`)).toContain('<em>more</em>')
  })

  it.each([
    'word<b>bold</b>',
    'a<br>b<wbr>c',
    'H<sub>2</sub>O',
    'a <i>b',
    'x<p>y',
    'A<ruby>b<rt>c</ruby>',
    'a <details open>b',
    '<center>a',
    'a <Object data="x">b</OBJECT>',
    '<b\nhidden>x'
  ])('is HTML in %j', (text) => {
    expect(shown(text)).not.toContain('&lt;')
  })

  it('swallows nothing below the style that nothing closes in an item', () => {
    expect(shown('- <style>\n  a\n\nb')).toContain('b</p>')
  })

  it('is mended with both its tags', () => {
    const text = '- *a* <title>x *y*</title> b'
    const mended = mendFile({ path: 'a.md', text }).text
    expect(mended).toBe('- *a* \\<title>x *y*\\</title> b')
    expect(shown(mended)).toContain('&lt;title>x <em>y</em>&lt;/title>')
  })
})

describe('the fix for a word in angle brackets', () => {
  it.each([
    ['vector<int> v', 'vector\\<int> v'],
    ['<ESC>\nleaves', '\\<ESC>\nleaves'],
    ['> <div>\n> <foo>x</foo>\n> </div>', '> <div>\n> &lt;foo>x&lt;/foo>\n> </div>']
  ])('keeps what %j shows', (text, mended) => {
    expect(mendFile({ path: 'a.md', text }).text).toBe(mended)
    const shown = (text: string) => renderHtml({ path: 'a.md', text })
    expect(shown(mended)).toBe(shown(text))
  })
})

it('keeps the language that HTML declares: in the preview, on cards and in exported pages', async () => {
  const french = '<span lang="fr">la cellule</span>'
  const text = `[/Q]${french}?[Q/]\n[/A]the cell[A/]\n\n<div lang="et">\n\nrakk\n\n</div>\n`
  const file = { path: 'a.md', text }
  expect(renderHtml(file)).toContain(french)
  expect(renderHtml(file)).toMatch(/<div[^>]* lang="et"/)
  const compilation = compile([file])
  expect(compilation.cards.flatMap((card) => renderCardSides(card))[0]?.front).toContain(french)
  const page = exporters.find(({ id }) => id === 'html')
  const context = { now: new Date(0), seed: 1, progress: () => undefined }
  const exported = await page?.run({ name: 'P', files: [file], compilation }, {}, context)
  expect(new TextDecoder().decode(exported?.files[0]?.bytes)).toContain(french)
})
