import { describe, expect, test } from 'vitest'
import { pasteHtml } from '../../src/import/html/pasted-html.ts'

/** The Markdown of what was copied; nothing where its plain text is taken. */
function paste(html: string, plain: string): string | undefined {
  return pasteHtml({ html, plain, target: 'notes/a.md', taken: [] })?.text
}

describe('the plain text is taken', () => {
  test.each([
    [
      'of an editor of code',
      `<meta charset='utf-8'><div style="color: #3b3b3b;font-family: 'Droid Sans Mono', monospace;white-space: pre;"><div><span style="font-weight: bold">let</span> x</div></div>`,
      'let x'
    ],
    ['of a terminal', '<pre style="font-family: Menlo"><b>$</b> ls</pre>', '$ ls'],
    ['of what is only coloured', '<p><span style="color: red">Red</span> text</p>', 'Red text'],
    [
      'of Markdown that is shown as written',
      '<div><span style="font-weight: bold"># Head</span></div><div>**bold** text</div>',
      '# Head\n**bold** text'
    ],
    ['of a plain wrapper', '<html><body><!--StartFragment--><p>Hello</p></body></html>', 'Hello']
  ])('%s', (_, html, plain) => {
    expect(paste(html, plain)).toBeUndefined()
  })
})

describe('Markdown is made', () => {
  test('of Word: lists, notes, no clutter', () => {
    const item = (level: number, sign: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p {} --></style>
<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head><body><!--StartFragment-->
<h1>Head<o:p></o:p></h1><p class=MsoNormal>Some <b>bold </b><b>words</b> “here”.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>${item(1, '·', 'one')}${item(2, '1.', 'inner')}${item(2, '2.', 'more')}${item(1, '·', 'two')}
<p class=MsoNormal>See<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>
<div style='mso-element:footnote-list'><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"
name="_ftn1"><span>[1]</span></a> The note.</p></div></div><!--EndFragment--></body></html>`
    expect(paste(html, 'Head …')).toBe(
      '# Head\n\nSome **bold** **words** “here”.\n\n' +
        '- one\n  1. inner\n  2. more\n- two\n\nSee[^1].\n\n[^1]: The note.'
    )
  })

  test('of Google Docs: weight that is none, lists in lists, a head of bold cells', () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span
style="font-weight:400">plain </span><span style="font-weight:700">bold</span><span>.</span></p><ul><li><p>one</p></li><ul><li><p>in</p></li></ul><li><p>two</p></li></ul><br><table><tr><td><p><span style="font-weight:700">H</span></p></td></tr><tr><td><p>1</p><p>2</p></td></tr></table></b>`
    expect(paste(html, 'plain bold.')).toBe(
      'plain **bold**.\n\n- one\n  - in\n- two\n\n| H |\n| - |\n| 1<br>2 |'
    )
  })

  test('of chats: formulas and code with its language, without buttons', () => {
    const katex = (tex: string) =>
      `<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span aria-hidden="true">x</span></span>`
    const html = `<p>So ${katex('x^2')}:</p><span class="katex-display">${katex('y')}</span>
<pre><div><span>python</span><button>Copy code</button></div><div><code class="hljs language-python">print(1)\n</code></div></pre>`
    expect(paste(html, 'So x2')).toBe('So $x^2$:\n\n$$\ny\n$$\n\n```python\nprint(1)\n```')
  })

  test('beside scripts without blanks, with marks where they read as marks', () => {
    expect(paste('<p>中文<b>粗体。</b>后面</p>', '中文粗体。后面')).toBe('中文**粗体。**后面')
    expect(paste('<p>one<b>(two)</b>three</p>', 'one')).toBe('one(**two**)three')
  })

  test('also of pictures, which come beside the file', () => {
    const html = '<p>a <img src="data:image/gif;base64,R0lG" alt="dot"></p>'
    const pasted = pasteHtml({ html, plain: 'a', target: 'n/a.md', taken: ['n/pictures/a-1.gif'] })
    expect(pasted?.text).toBe('a ![dot](pictures/a-2.gif)')
    expect(pasted?.media.map(({ path }) => path)).toEqual(['n/pictures/a-2.gif'])
  })
})
