import { expect, test } from 'vitest'
import { compile } from '../../src/laegna.ts'

/** The answer of a card that is this text. */
function answerOf(markdown: string): string | undefined {
  const text = `[/Q]Which?[Q/]\n\n[/A]\n\n${markdown}\n\n[A/]\n`
  return compile([{ path: 'a.md', text }]).cards[0]?.answerHtml
}

test.each([
  {
    what: 'on lines of their own stand without paragraphs',
    markdown: 'Cell\n: A *unit*.\n: A room.\nTissue\n: Cells.',
    html: '<dl>\n<dt>Cell</dt>\n<dd>A <em>unit</em>.</dd>\n<dd>A room.</dd>\n<dt>Tissue</dt>\n<dd>Cells.</dd>\n</dl>'
  },
  {
    what: 'with a list keep it below their words',
    markdown: 'Cell\n: A unit:\n  - of life\n  - and more',
    html: '<dl>\n<dt>Cell</dt>\n<dd>A unit:\n<ul>\n<li>of life</li>\n<li>and more</li>\n</ul></dd>\n</dl>'
  },
  {
    what: 'behind a blank line are paragraphs',
    markdown: 'Cell\n\n: A unit.\n\n: A room.\n\n  Of monks.',
    html: '<dl>\n<dt>Cell</dt>\n<dd>\n<p>A unit.</p>\n</dd>\n<dd>\n<p>A room.</p>\n<p>Of monks.</p>\n</dd>\n</dl>'
  }
])('definitions $what', ({ markdown, html }) => {
  expect(answerOf(markdown)).toBe(html)
})

test.each([
  ['[/Q] Outer\n: Inner[Q/]', '<dl>\n<dt>Outer</dt>\n<dd>Inner</dd>\n</dl>'],
  ['> [/Q] Who\n>\n> # Head [Q/]\n>', '<p>Who</p>\n<h1>Head</h1>']
])('blanks between a tag and a term or heading are no part of it: %j', (question, html) => {
  const text = `${question} [/A]x[A/]`
  expect(compile([{ path: 'a.md', text }]).cards[0]?.questionHtml).toBe(html)
})
