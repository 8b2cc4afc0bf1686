import { ExportError } from '../../../src/export/contract.ts'
import { readReport, type Report } from '../../../src/laegna.ts'
import { ReportIndex } from '../../../src/state/cards/report-index.ts'
import { openedSentence, strangerSentence } from '../../../src/state/cards/report-words.ts'
import { demand } from './demand.ts'
import type { Entrance } from './entrance.ts'
import { bytesOf, textOf } from './pack.ts'

const answer = { answer: 'a', exact: true, f1: 1, perplexity: 1.5 }
const sums = { trained: { cards: 1, exact: 1, f1: 1, perplexity: null } }
const sound = {
  format: 'laegna-report',
  format_version: 1,
  project: 'P',
  models: { trained: 'out', base: 'in' },
  summary: { validation: sums },
  cards: [
    { guid: 'g', split: 'train', question: 'q', reference: 'a', trained: answer, base: answer }
  ]
} satisfies Report

/** What a model answered, as evaluate.py writes it. */
export const report: Entrance = {
  name: 'a report',
  parts: { json: JSON.stringify(sound) },
  pack: ({ json = '' }) => bytesOf(json),
  judge: (bytes) => {
    try {
      const read = readReport(textOf(bytes))
      const { found } = new ReportIndex(read, [])
      demand(openedSentence(read, found).length < 1000, 'is told in a sentence')
      strangerSentence('report.json', read, 'P')
      const figures = read.cards.flatMap(({ trained, base }) => [trained, ...(base ? [base] : [])])
      demand(
        figures.every(({ perplexity }) => perplexity === null || Number.isFinite(perplexity)),
        'has figures that are numbers'
      )
      return Promise.resolve(true)
    } catch (error) {
      if (!(error instanceof ExportError)) throw error
      return Promise.resolve(false)
    }
  }
}
