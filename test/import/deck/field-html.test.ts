import { expect, test } from 'vitest'
import { pageHtml } from '../../../src/import/deck/field-html.ts'

const inline = (tex: string) => `<script type="math/tex">${tex}</script>`
const shown = (tex: string) => `<script type="math/tex; mode=display">${tex}</script>`

test.each([
  ['\\(a\\) and \\(b\\)', `${inline('a')} and ${inline('b')}`],
  ['\\[a\\] [$$]b[/$$] [$]c[/$]', `${shown('a')} ${shown('b')} ${inline('c')}`],
  ['İ [LaTeX]$a$[/latex] [LATEX]none', `İ ${inline('a')} [LATEX]none`],
  ['<code>\\(a\\)</code> \\(b\\)', `<code>\\(a\\)</code> ${inline('b')}`],
  ['<code>\\(a\\) <PRE>\\(b\\)</pre>', `<code>${inline('a')} <PRE>\\(b\\)</pre>`],
  ['<b><pre>\\(a\\)</pre></b>', '<pre>\\(a\\)</pre>'],
  ['<b>\\(a\\)</b><pre>[</pre>', `<b>${inline('a')}</b><pre>[</pre>`],
  ['[sound:a.mp3] [sound:b', '<img src="a.mp3"> [sound:b']
])('a field %j of Anki is %j on a page', (field, page) => {
  expect(pageHtml(field)).toBe(page)
})

// Each took minutes once: what would close it was looked for from each sign, up to the end.
test.each(['\\(', '\\[', '[$]', '[$$]', '[latex]', '<code>[', '<pre>[', '<b>\\', '[sound:'])(
  'a field of signs that nothing closes is read to its end: %s',
  (sign) => {
    const field = `<pre>[</pre>${sign.repeat(500_000)}`
    expect(pageHtml(field)).toBe(field)
  }
)
