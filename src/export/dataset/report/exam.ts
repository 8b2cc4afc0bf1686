import type { ExportInput } from '../../contract.ts'
import type { DatasetOptions } from '../options.ts'
import type { Row } from '../records/record.ts'
import { promptRow } from '../trainers/prompt-row.ts'
import { promptStyleFor } from '../training/prompt-styles.ts'
import { readDataset } from '../zip/read-dataset.ts'
import type { ReportCard } from './report.ts'

/** A card as a model is asked it: the prompt in the style of the dataset, and what it should say. */
export interface ExamQuestion extends Pick<
  ReportCard,
  'guid' | 'split' | 'question' | 'reference'
> {
  prompt: string
}

/**
 * The cards of a dataset in their first wording, as evaluate.py asks them: all that are checked with, then
 * up to `sample` of those to learn from. Throws `ExportError` where no sound dataset can be made.
 */
export async function examQuestions(
  input: ExportInput,
  options: Partial<DatasetOptions>,
  seed: number,
  sample: number
): Promise<ExamQuestion[]> {
  const content = await readDataset(input, options, seed)
  const style = promptStyleFor(content.options)
  const first = (rows: Row[]): ExamQuestion[] => {
    const cards = new Map<string, Row>()
    for (const row of rows) {
      if (row.item.kind === 'qa' && !cards.has(row.item.id)) cards.set(row.item.id, row)
    }
    return [...cards.values()].map(({ item, record }) => {
      const { prompt, completion } = promptRow(record, style)
      const { guid, split, question } = item
      return { guid, split, question, reference: completion, prompt }
    })
  }
  const learned = first(content.train)
  const step = Math.max(1, learned.length / Math.max(1, sample))
  const some = learned.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step))
  return [...first(content.validation), ...some.slice(0, sample)]
}
