import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuietly } from '../../src/document/read-document.ts'
import { candidatesIn } from '../../src/found/candidate.ts'
import { noteOf } from '../../src/found/note.ts'
import { plainCards } from '../../src/found/plain-cards.ts'
import { proveCards } from '../../src/found/prove-cards.ts'
import { rules } from '../../src/found/registry.ts'
import { DocumentParser } from '../../src/markdown/reading/document-parser.ts'
import { notes } from './found-documents.ts'

/** `RUNS=20000 npx vitest run test/found/plain-cards.test.ts` looks longer. */
const numRuns = Number(process.env['RUNS'] ?? 300)

/** Cards that are known without a second reading, and those of all candidates that one gives. */
function bothWays(text: string) {
  const parser = new DocumentParser()
  const document = readQuietly({ path: 'a.md', text }, parser)
  const note = noteOf(document)
  const candidates = candidatesIn(note, rules)
  const { plain, others } = plainCards(note, candidates)
  return {
    plain,
    others,
    read: proveCards(document, document, candidates, (tagged) => readQuietly(tagged, parser))
  }
}

describe('cards in plain words', () => {
  it('are just what a second reading gives', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const { plain, read } = bothWays(text)
        for (const card of plain) expect(read, text).toContainEqual(card)
      }),
      { numRuns }
    )
  })

  it.each([
    ['lines', 'one::eins\ntwo::zwei\nthree::drei'],
    ['bold terms', '- **Hund** – dog\n- **Katze** – `cat`\n- **Maus** – *mouse*'],
    ['a question over lines', 'What is it\nin two lines?\n?\nAn answer.\nMore.'],
    ['a heading', '## What is life?\n\nIt is what *lives*.'],
    ['paragraphs in a row', '## What is life?\n\nIt *lives*.\n\nIt ends\none day.'],
    ['a heading that gets another name', '## Front #card\nBack'],
    ['a heading with a name of its own', '## What is life? {#life}\n\nIt lives.'],
    ['a list among its paragraphs', '## What is life?\n\nIt is:\n\n- this\n\nSo.'],
    ['lists and code', 'Which?\n?\n- one\n- two\n\n## How?\n\n```sh\nso\n```'],
    ['a question in bold', '**Q: What is *life*?**\n\n**A:** A [link](to/it).'],
    ['formulas', 'Energy :: $E = mc^2$\n***Mass***: what $m$ is'],
    ['gaps', 'The {{c1::cell}} is {{c2::small::how large?}}.'],
    ['marked words', '#flashcards\n\nThe ==cell== is small.']
  ])('are known of %s', (_, text) => {
    const { plain, others } = bothWays(text)
    expect(plain).not.toEqual([])
    expect(others).toEqual([])
  })

  it.each([
    ['a picture', 'Wow![::yes\nB :: c'],
    ['a link', 'one :: [x](y)'],
    ['a tag in the section', '[/Q]\n\none :: two'],
    ['a quote among its paragraphs', '## What is life?\n\nIt is:\n\n> this\n\nSo.'],
    ['a link to a note', '**Term**: what [[this]] is\n**Word**: more of it'],
    ['a gap in its question', 'Q: The {{c1::cell}} is?\nA: small.'],
    ['a formula that may be two', 'a :: $x$ and $5 or $'],
    ['emphasis that is not closed', 'one * two :: three*'],
    ['a list of definitions', 'a :: b\n\n: c'],
    ['a label that is defined', 'a :: b\n\n[/Q]: /x']
  ])('are not taken for granted beside %s', (_, text) => {
    expect(bothWays(text).plain).toEqual([])
  })
})
