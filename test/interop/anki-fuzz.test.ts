import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from '../../src/document/model.ts'
import { cardsOnly, project } from '../export/projects.ts'
import { exportTo, play } from './anki.ts'

const units = [
  '\t',
  '"',
  "'",
  '\n',
  '\r\n',
  '#',
  '\u0000',
  '\u0007',
  '\u001f',
  '\u202e',
  '\u200f',
  'א',
  '😀',
  '👩‍🚀',
  '\ud83d',
  '\udc00',
  '&',
  '<b>',
  '</b>',
  '{{',
  '}}',
  '::',
  ';',
  ',',
  '\\',
  ' ',
  'é',
  'e\u0301',
  '日',
  '\u2028',
  '\ufeff',
  'a',
  'B',
  '0',
  '%',
  '[',
  ']',
  '$'
]
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...units),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
  ),
  minLength: 1,
  maxLength: 40
})

/** Cards through the whole of the program: Markdown around texts of all sorts, read and exported. */
function fuzzed(count: number) {
  const cards = fc.sample(
    fc.record({ question: text, answer: text, title: text, isHtml: fc.boolean() }),
    { numRuns: count, seed: 42 }
  )
  const long = { question: 'Long?', answer: 'word "x"\t&amp; '.repeat(70_000) }
  return cardsOnly([
    ...cards.map(({ question, answer, title }, at): Partial<Card> => ({
      question: `${at} ${question}`,
      answer,
      chapterTree: [title],
      questionHtml: `${at} ${asHtml(question)}`,
      answerHtml: asHtml(answer)
    })),
    { ...long, answerHtml: long.answer }
  ])
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/\r\n/g, '\n')
}

interface JsonCard {
  guid: string
  front_html: string
  back_html: string
}

test('5,000 cards of all sorts of characters come out of text and package as they went in', async () => {
  const input = fuzzed(5000)
  const json = await exportTo('anki-json', input)
  const records = JSON.parse(new TextDecoder().decode(json.files[0]!.bytes)) as JsonCard[]
  const expected = new Map(
    records.map(({ guid, front_html, back_html }) => [
      guid,
      [front_html, back_html].map((html) => html.normalize('NFC'))
    ])
  )

  const asText = (await exportTo('anki-text', input)).path
  const fromText = await play([{ import: asText }, { import: asText }])
  expect(fromText.imports).toMatchObject([
    { new: 5001, empty_first_field: 0 },
    { new: 0, updated: 0, duplicate: 5001 }
  ])
  expect(new Map(fromText.notes.map(({ guid, fields }) => [guid, fields]))).toEqual(expected)

  const options = { prefixes: true }
  const asPackage = (await exportTo('anki-package', input, options)).path
  const fromPackage = await play([{ import: asPackage }, { import: asPackage }])
  expect(fromPackage.imports).toMatchObject([
    { new: 5001 },
    { new: 0, updated: 0, duplicate: 5001 }
  ])
  for (const { guid, fields } of fromPackage.notes) {
    const [front, back] = expected.get(guid)!
    expect([fields[1], fields[5]]).toEqual([back, guid])
    expect(front!.endsWith(fields[0]!)).toBe(true)
  }
  expect([...fromText.problems, ...fromPackage.problems]).toEqual([])
})

test('the same characters in Markdown: every card that is read arrives, and none shows another’s text', async () => {
  const written = fc
    .sample(text, { numRuns: 600, seed: 7 })
    .map(
      (drawn, at) =>
        `[/Q]Number ${at}? ${drawn.replace(/[\r\n]/g, ' ')}[Q/]\n\n[/A]\n${drawn}\n[A/]`
    )
  const input = project([{ path: 'fuzz.md', text: written.join('\n\n') }])
  const { path, ledger } = await exportTo('anki-package', input)
  const { notes, problems } = await play([{ import: path }])
  expect(notes.map(({ guid }) => guid).sort()).toEqual(
    ledger!.entries.map(({ guid }) => guid).sort()
  )
  expect(notes.length).toBeGreaterThan(500)
  expect(problems).toEqual([])
})
