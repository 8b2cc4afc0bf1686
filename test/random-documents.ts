import fc from 'fast-check'

/** Markdown of every kind the parser knows, to be cut by tags anywhere. */
export const passages = [
  'A plain paragraph with words in it.',
  'Two lines\nof one paragraph.',
  'Some *emphasis*, **strong _nested_ text** and ~~gone~~.',
  'A [link](https://example.com "t") and [a reference][r] and ![pic](p.png).',
  'Code `a [/Q] b`, a bare https://example.com/a(b) address, me@example.com.',
  'A ![picture](my pic (1).png "t") and [link](a/my file.md), [1](and so on).',
  'Hard  \nbreak\\\nand &amp; entity &#35; \\[/A] escape.',
  'Math $a+b$, money $5 and $6, display $$x^2$$ here.',
  'A [[link]], [[Page#Part|to *some*]] note, [[1. x]] and ![[Page]] $5 [[a$b]].',
  '[[one]](two) [[r]] ![[p.png]]\n![[one|two]]',
  '| [[a\\|b]] |\n| - |\n| ![[c]] |',
  '- one\n- two\n  - three\n\n  more of two\n- four',
  '3. three\n4. four\n   > quoted in four',
  '- [ ] open\n- [x] done',
  '> quoted\n> on two lines\n>\n> - listed\nlazy',
  '> [!tip]- A *title* with `code`\n> and content\n> > [!NOTE]\n> > $nested',
  '| a | b |\n| - | - |\n| one | two \\| three |\n| | four |',
  '```js\nf("[/Q]")\n```',
  '    indented [A/] code',
  '$$\nx [/Q]\n$$',
  '$$\\begin{a}\ny\n\\end{a}$$',
  '$$\nx\n$$ (label)',
  'Brackets \\(a^2\\), \\(see here\\), f\\(x\\), \\[b_1\\] and \\[\nc = `d`\\].',
  '\\[\nx = 1\n- y\n\\]',
  'Text\n\\begin{align*}\na &= b \\\\\n\\end{align*}\nmore',
  '```math\nx\n```',
  '<div>\nhtml\n</div>',
  'text <b>inline</b> html <!-- note --> end',
  '***',
  '[r]: /reference "R"',
  'A ==marked *word*==, %%a [/Q] comment%%, 100%% sure and a == b.',
  'Noted^[in *the* line] and named ^block-id',
  '%% over\n\n# blank [A/] lines\n%% and on',
  'From *within %% a [/Q] line\n\n> over\n\n- blocks %%to* another',
  'Term\n: means [/A] this\n  goes on\n: and that\n\n  - with a list',
  'One *term*\nand another\n\n: Apart\n\n  > quoted\n:none',
  '%%',
  '- A block\n  id:: 64f0c0de-0000-4000-8000-000000000001\n  collapsed:: true\n  goes on\n- TODO see ((64f0c0de-0000-4000-8000-00000000000f))',
  'tags:: [[one]], #two\nauthor:: *A\nperro:: dog',
  '- DONE it\n  :LOGBOOK:\n  CLOCK: [2026-01-05]\n  :END:\n  SCHEDULED: <2026-01-05 Mon>\n- {{query [[a]]}} {{embed [[b]]}}',
  '#+BEGIN_QUOTE\nsaid *so\n\n- and on\n#+END_QUOTE',
  '#+BEGIN_QUERY\n{:query [x]}\n\n#+END_QUERY',
  'Noted[^n].\n\n[^n]: The note\n    goes on.',
  '中文、עברית and 👩‍👩‍👧 é.'
]
const headings = [
  '# One',
  '## Two {#two}',
  '### Three',
  'Setext\n---',
  'First [A/]\n===',
  'More\n--',
  '> # Quoted',
  '#'
]
const tags = ['[/T]', '[T/]', '[/Q]', '[Q/]', '[/A]', '[A/]', '[/BLOCKREAD/]', '[/CHAPTREEREAD/]']

const passage = fc.oneof(
  { arbitrary: fc.constantFrom(...passages), weight: 6 },
  { arbitrary: fc.constantFrom(...headings), weight: 1 },
  { arbitrary: fc.constantFrom(...tags), weight: 2 },
  { arbitrary: fc.string({ maxLength: 12 }), weight: 1 }
)

/** A tag (or text of the author's) put in at a place of the document, as a share of its length. */
const insertion = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(...tags, ' ', '\n', '[/q]', '[Q]')
)

/** Documents of some passages with tags at random places, well or badly paired. */
export const taggedDocuments: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(passage, { minLength: 1, maxLength: 7 }),
    fc.array(insertion, { maxLength: 8 }),
    fc.constantFrom('\n\n', '\n'),
    fc.constantFrom('\n', '\r\n')
  )
  .map(([parts, insertions, gap, lineEnd]) => {
    let text = parts.join(gap)
    for (const [share, inserted] of insertions) {
      const at = Math.round(share * text.length)
      text = text.slice(0, at) + inserted + text.slice(at)
    }
    return text.replaceAll('\n', lineEnd)
  })
