import { compile } from '../../src/laegna.ts'
import type { ExportInput } from '../../src/export/contract.ts'

/** Kinds of content that a question or answer may have; `N` makes each one another. */
const contents = [
  'plain text N with *emphasis*, **strength**, ~~no~~ and `code N`',
  'a [link](https://example.com/N?a=1&b=2 "title") and [another file](other.md#N)',
  '1. first N\n2. second\n   - inner\n   - [ ] open task\n   - [x] done',
  '| a | b N |\n|:--|--:|\n| 1 & 2 | `x \\| y` |',
  '> quoted N\n>\n> > deeper',
  '```python\nif a < N and b > 1:\n\n    print("x\\ty", {{"k": \'[sound:no.mp3]\'}})\n```',
  '```\nno language N\n\n\nthree lines on\n```',
  'inline $x_N < y^{a_{b}}$ and\n\n$$\n\\begin{aligned} a &= N \\\\[2pt] b &= 2 \\end{aligned}\n$$',
  'signs < > & " \' &amp; &lt;b&gt; N \\\\( no math \\\\) \\\\[ nor here \\\\]',
  'commands \\{{c1::hidden N::hint}} [sound:x.mp3] [[type:Answer]] [latex]N[/latex] [$]N[/$] {{Answer}} {{#Extra}}',
  'scripts 日本語 العربية עברית हिन्दी 👩‍👩‍👧‍👦 N',
  "picture ![a cell](img/a%20cell.png) and ![[ü & 'odd' #1.svg|N]]",
  'sound ![[say it.mp3]] N and ![](sub/clip.webm)',
  'a footnote[^n] N\n\n[^n]: noted **here**',
  'raw <b>html</b> <kbd>N</kbd> <details><summary>s</summary>t</details> <script>alert(1)</script>',
  'line one N  \nline two\\\nline three\n\n---\n\nafter the rule'
]

const media = new Map(
  ['img/a cell.png', "ü & 'odd' #1.svg", 'say it.mp3', 'sub/clip.webm', 'unused.png'].map(
    (path, at) => [path, new Uint8Array([at, 1, 2, 3])] as const
  )
)

/** `count` cards with every kind of content on both sides, in decks three levels deep. */
export function everyContent(count: number): ExportInput {
  const parts: string[] = []
  for (let card = 0; card < count; card++) {
    if (card % 20 === 0) parts.push(`# Part ${card / 20}`)
    if (card % 5 === 0) parts.push(`## Chapter ${card / 5}: a & b <c>`)
    const content = (at: number) =>
      contents[at % contents.length]!.replaceAll('N', String(card)).replaceAll(
        '[^n]',
        `[^n${card}x${at}]`
      )
    parts.push(`[/Q]\n${content(card)}\n[Q/]`, `[/A]\n${content(card * 7 + 3)}\n[A/]`)
  }
  const files = [{ path: 'shelf/book.md', text: parts.join('\n\n') + '\n' }]
  const settings = { decks: 'chapter' as const, deck: 'Root' }
  const compilation = compile(files, settings, [...media.keys()])
  return { name: 'Everything', files, settings, media, compilation }
}
