import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyFound,
  compile,
  findCards,
  type Card,
  type FoundCard,
  type FoundEdit
} from '../../src/laegna.ts'
import { taggedDocuments } from '../random-documents.ts'
import { notes } from './found-documents.ts'

/** `SEED=7 RUNS=20000 npx vitest run test/found/properties.test.ts` looks longer, elsewhere. */
const runs = { numRuns: Number(process.env['RUNS'] ?? 400) }
const documents = fc.oneof(
  { arbitrary: notes, weight: 4 },
  { arbitrary: taggedDocuments, weight: 1 }
)
const find = (text: string) => findCards({ path: 'a.md', text })
const cardsOf = (text: string) => compile([{ path: 'a.md', text }]).cards
/** Of cloze cards only their span is looked at: below. */
const basic = (found: FoundCard[]) => found.filter(({ kind }) => kind === 'basic')

/** Notes, and which of their cards are taken. */
const choices = fc.tuple(documents, fc.infiniteStream(fc.boolean()))

describe('cards found in any note', () => {
  it('are what compiling gives, beside the cards that were there', () => {
    fc.assert(
      fc.property(choices, ([text, choice]) => {
        const found = find(text)
        const some = basic(found).filter(() => choice.next().value)
        for (const taken of [basic(found), some]) {
          const applied = applyFound(text, taken)
          expect(sides(cardsOf(applied)), applied).toEqual(
            sides([...cardsOf(text), ...taken]).toSorted()
          )
        }
      }),
      runs
    )
  })

  it('stand in the order of the text, none over another, and stay found', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const found = find(text)
        expect(find(text)).toEqual(found)
        let end = 0
        for (const card of found) {
          expect(card.start).toBeGreaterThanOrEqual(end)
          expect(card.end).toBeGreaterThan(card.start)
          end = card.end
          expect(card.line).toBe(text.slice(0, questionEdit(card).end).split(/\r\n|\n|\r/).length)
        }
      }),
      runs
    )
  })

  it('change the text nowhere else', () => {
    fc.assert(
      fc.property(documents, (text) => {
        for (const { start, end, edits, answer } of find(text)) {
          let from = start
          for (const edit of edits) {
            expect(edit.start).toBeGreaterThanOrEqual(from)
            from = edit.end
            const gone = text.slice(edit.start, edit.end)
            // Only marks of other programs go: no word of the question or the answer.
            expect(gone).toMatch(separators)
            // An answer that stands elsewhere is put behind its question.
            const put = edit.insert.replace(`[/A]${answer}[A/]`, '')
            expect(put.replace(/\[\/[QA]\]|\[[QA]\/\]/g, '')).toMatch(
              /^(?:[\s>]|\{\{c\d+::|\}\})*$/
            )
          }
          expect(from).toBeLessThanOrEqual(end)
        }
      }),
      runs
    )
  })

  it('are all: where they were taken nothing more is found', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const taken = applyFound(text, find(text))
        // A definition may rest on those around it.
        const more = find(taken).filter(({ rule }) => rule !== 'definition-list')
        expect(more, taken).toEqual([])
      }),
      runs
    )
  })

  it('are spans where they hold gaps', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const found = find(text).filter(({ kind }) => kind === 'cloze')
        const applied = applyFound(text, found)
        const spans = compile([{ path: 'a.md', text: applied }]).files[0]!.spans
        const questions = spans
          .filter(({ kind }) => kind === 'question')
          // What a card says holds no private comments.
          .map(({ start, end }) => applied.slice(start + 4, end - 4).replace(/%%a .*?%%/gs, ''))
          .map(flat)
        for (const { question, answer } of found) {
          expect(answer).toBe('')
          expect(questions).toContain(flat(question))
        }
      }),
      runs
    )
  })
})

const separators =
  /^(?:[\s>#?？:：~*_=|–—/.,;→-]|<\/?(?:details|summary|b)>|Answer<|\[\[?cards?\]?\]|#?\[\[(?:flash)?cards?\]\]|#(?:flash)?cards?(?:[-/]\w+)?|STARTI|START|ENDI|END|\[Basic\]|Basic|Cloze|Back|Q\d*|A\d*|C|Question|Answer|Frage|Antwort|Вопрос|Ответ|问|答|\{\{cloze|[{}[\]]|\{?\d+)*$/

function sides(cards: Pick<Card, 'question' | 'answer'>[]): string[] {
  return cards.map(({ question, answer }) => `${question}\n→ ${answer}`).toSorted()
}

function flat(text: string): string {
  return text.replace(/[\s>]|\\\|/g, '')
}

function questionEdit({ edits }: FoundCard): FoundEdit {
  return edits.find(({ insert }) => insert.includes('[/Q]'))!
}
