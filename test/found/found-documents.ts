import fc from 'fast-check'
import { passages } from '../random-documents.ts'

/** Cards of every syntax, nearly cards, and what surrounds them in notes. */
const written = [
  'Capital of France::Paris',
  'chat ::: cat',
  '- one :: *eins*\n- two::**zwei** ^id\n  - deep :: `code` x',
  'What is it\nin two lines?\n?\nAn answer.\nMore.',
  'Both\n??\n- a\n- b',
  '## Below a heading\n?\nThe answer',
  'Q: What is a cell?\nA: The unit of life.',
  '**Q:** Bold?\n**A:** Yes.\n\n**Q2: All of it?**\n**A2: So it is.**',
  '1. Q: In a list?\n   A: Yes\n2. Frage: Und?\n   - Antwort: ja',
  'Question: list?\nAnswer:\n\n- a\n- b',
  'Q: shot?\nA: one\nB: two\nC: three',
  '问：细胞是什么？\n答：生命的单位。',
  'Q: over?\nA: under\n---',
  'Q: one line? A: yes.',
  '> Вопрос: кто?\n> Ответ: я\n> и ты',
  '## Front #card\nBack of it.\n\nNot it.',
  '## Front #flashcard\n\nBack of it.\n\n```js\nx\n```',
  'A line #card/reverse\nits back',
  '- logseq #card\n  - one\n  - two',
  '- tabs #card\n\t- one\n\t- two',
  '- single [[card]]\n  card-repeats:: 2\n  - only',
  'START\nBasic\nFront\nBack: Back\nTags: x\n<!--ID: 1-->\nEND',
  'STARTI [Basic] This Back: that ENDI',
  'START\nCloze\nThe {gap} and {2:other}\nEND',
  'Term\n: meaning\n: other\nNext\n: one',
  'Loose\n\n:   far away',
  'The {{c1::gap}} and {{c2::other::hint}}.',
  'C: The [one] and [two].',
  '- It is {{cloze hidden}} #card',
  '#cards\n\nfront\n\n---\n\nback',
  '#flashcards\n\nThe ==mark== here.',
  '| term | meaning |\n|-|-|\n| a cell | the *unit* |\n| one \\| two | a :: b |\n| three | |',
  '## What is life?\n\nIt is what *lives*.\n\n- so\n- to say',
  '### Why?\n\n<div>\nhtml\n</div>',
  'What now?\n===\n\n    code of it',
  '**Mitosis**: division of a cell.\n**Meiosis:** another division.',
  '- **Hund** – dog\n- **Katze** – cat\n- **Maus** – mouse',
  '* perro: dog\n* gato: cat\n* pez: fish\n  - more',
  'The **ligand** is a molecule that binds. It has more.',
  '**细胞**是生命的单位。还有。',
  '%%\nprivate :: comment\n%%',
  '`std::vector` and std::map and 3::4 and a[::2]',
  'Ends in a backslash :: yes\\',
  'Energy :: $E = mc^2$ and $5\nhalf :: $\\frac12$ $x$y',
  '***Triple***: three stars. ==One== ==two words==. $a$',
  '## What are two?\n\nThe first $x$.\n\nThe second\nover lines.\n\n\nThe third.',
  'The {{c1::gap}} is ==marked== and $x_1$.\nNext {{c2::one}} **bold**',
  '<details>\n<summary>What is folded?</summary>\n\nThis.\n\n- so\n\n</details>',
  '<details><summary>What is on a line?</summary>This</details>',
  'What is asked above?\n\n<details><summary>Answer</summary>\n\nThat\n\n</details>',
  '- Front >> the back\n- Term;;what it is\n- Both <> sides of it\n- Many >>>\n  - one\n  - two\n- It has {{gaps}} in it',
  '**Definition 2 (Group).** A set with inverses.\n\n**Definition.** A *ring* is a group that has more.',
  '1. What is first?\n\nThe one.\n\n2. What is second?\n\nThe other.',
  '**Ballast**\nHeavy stuff.\n\n**Beam**\nIts width.\n\n**Draught**\nIts depth.',
  'What is lacking?\n→ much of it\n\nWhat is there?\n-> the rest',
  '1. What is one?\n2. Who is two?\n   a) he\n   b) she\n\n**Answers:** 1. it 2. b',
  '1) Where?\n2) Which ____\n\n## Lösungen\n\n1. *hier*\n2. `das`',
  '1. One?\n2. Two?\n\n**Key**\n\n| 1 | 2 |\n|-|-|\n| *a* | b |',
  '**1. One?**\n\n**2.** Two?\n- a\n- b\n\n### Answers\n\n**1.** it\n\n**2. is**',
  '## 1. One?\n\n## Question 2\n\nTwo?\n\n- a\n\n# Answers\n\n## 1\n\nit\n\n## 2. is',
  'Bang :: wow!\nlink [a](b) :: [c][d]\n\n[d]: /e'
]

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...written), weight: 8 },
  { arbitrary: fc.constantFrom(...passages), weight: 3 },
  { arbitrary: fc.constantFrom('# One', '## Two', 'Setext\n---', '***', '%%'), weight: 1 }
)

const marks = ['[/Q]', '[Q/]', '[/A]', '[A/]', '[/Q]x[Q/]', '[/A]y[A/]', '[/BLOCKREAD/]', '[/T]']
const insertion = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(...marks, '::', '\n', '`', '$', '<', '**', '#card', '\\', '[', '==', '\t')
)

/** How a piece stands in the document: by itself, quoted, in a list. */
const containers = [
  (text: string) => text,
  (text: string) => text,
  (text: string) => text.replace(/^/gm, '> '),
  (text: string) => `- ${text.replace(/\n/g, '\n  ')}`,
  (text: string) => `10. ${text.replace(/\n/g, '\n    ')}`
]

/** Notes with cards in all syntaxes, some spoiled by what was put in somewhere. */
export const notes: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(piece, fc.constantFrom(...containers)), { minLength: 1, maxLength: 6 }),
    fc.array(insertion, { maxLength: 3 }),
    fc.constantFrom('\n\n', '\n\n', '\n'),
    fc.constantFrom('\n', '\r\n')
  )
  .map(([pieces, insertions, gap, lineEnd]) => {
    let text = pieces.map(([piece, within]) => within(piece)).join(gap)
    for (const [share, inserted] of insertions) {
      const at = Math.round(share * text.length)
      text = text.slice(0, at) + inserted + text.slice(at)
    }
    return text.replaceAll('\n', lineEnd)
  })
