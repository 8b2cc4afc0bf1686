import { expect, it } from 'vitest'
import { compile } from '../../src/laegna.ts'

it.each([
  [
    'an empty cell stays where it is',
    '[/Q]\n| a | | [[c]] |\n|-|-|-|\n| | b | |\n\n[Q/]',
    /<th>a<\/th>\s*<th><\/th>\s*<th>c<\/th>/
  ],
  ['nothing empty is left of what a tag cuts', '*a [/Q]* b[Q/]', /^b$/],
  ['nor of what ends with one', '[/Q]b *[Q/] a*', /^b$/],
  [
    'words on both sides of a cut stay marked',
    '*a [/Q]b* c *d[Q/] e*',
    /^<em>b<\/em> c <em>d<\/em>$/
  ]
])('%s', (_, question, html) => {
  const { cards } = compile([{ path: 'a.md', text: `${question} [/A]x[A/]` }])
  expect(cards.map(({ questionHtml }) => questionHtml)).toEqual([expect.stringMatching(html)])
})
