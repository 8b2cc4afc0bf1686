import { expect, test } from 'vitest'
import { judgeAnswer } from '../../src/export/dataset/report/judge.ts'
import { readReport } from '../../src/export/dataset/report/report.ts'
import { verdictOf } from '../../src/export/dataset/report/verdict.ts'
import { reportOf } from '../report-of.ts'

const text = [1, 2, 3, 4]
  .map((n) => `# Part ${n}\n\n[/Q]What is ${n}?[Q/]\n[/A]It is number ${n}.[A/]\n`)
  .join('\n')

const written = async () => {
  const report = await reportOf('a.md', text, (question) =>
    question.includes('2') ? 'no idea' : undefined
  )
  return JSON.stringify(report, null, 1)
}

test('a report is read as it was written', async () => {
  const report = readReport(`\ufeff${await written()}`)
  expect(report.cards.map(({ trained }) => verdictOf(trained)).toSorted()).toEqual([
    ...['right', 'right', 'right'],
    'wrong'
  ])
  expect(verdictOf({ exact: false, f1: 0.5 })).toBe('partly')
})

test.each([
  ['It is **Paris**!', 'it is paris', { exact: true, f1: 1 }],
  ['Paris, Paris', 'Paris', { exact: false, f1: 0.6667 }],
  ['Straße', 'STRASSE', { exact: true, f1: 1 }],
  ['東京です', '東京', { exact: false, f1: 0.6667 }],
  ['', 'Paris', { exact: false, f1: 0 }],
  [' … ', '…', { exact: true, f1: 1 }]
])('“%s” for “%s” is judged as evaluate.py does', (answer, reference, judged) => {
  expect(judgeAnswer(answer, reference)).toEqual(judged)
})

test.each([
  ['cut short', (text: string) => text.slice(0, text.length / 2), 'it is not whole'],
  ['of no JSON', () => 'PK\u0003\u0004', 'it is not whole'],
  ['of another format', () => '{"format":"laegna-dataset","format_version":1}', 'it is no report'],
  ['a list', () => '[1, 2]', 'it is no report'],
  ['newer', (text: string) => text.replace('_version": 1', '_version": 2'), 'newer version'],
  ['changed', (text: string) => text.replace('"f1": 1', '"f1": 7'), 'damaged at cards.'],
  [
    'surprised without end',
    (text: string) => text.replace(/"perplexity": [^,\n}]+/, '"perplexity": 1e999'),
    'damaged at'
  ],
  ['without cards', (text: string) => text.replace(/"cards": \[[^]*\]/, '"cards": []'), 'at cards']
])('one that is %s is refused in a sentence that says what to do', async (_, change, sentence) => {
  const changed = change(await written())
  expect(() => readReport(changed)).toThrow(sentence)
  expect(() => readReport(changed)).toThrow(/\. (?:Run evaluate|Choose|Load)/)
})
