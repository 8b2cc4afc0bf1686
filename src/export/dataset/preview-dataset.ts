import type { ExportInput, ExportPreview } from '../exporter.ts'
import { itemsPerChapter } from '../items-per-chapter.ts'
import { countDataset } from './dataset-stats.ts'
import type { DatasetOptions } from './options.ts'
import { readDataset } from './read-dataset.ts'
import type { TrainingRecord } from './training/training.ts'

/** What a dataset will hold, with its tokens counted. */
export async function previewDataset(
  input: ExportInput,
  options: Partial<DatasetOptions>,
  seed: number
): Promise<ExportPreview> {
  const content = readDataset(input, options, seed)
  const stats = await countDataset(input, content)
  const tokens = stats.trainTokens + stats.validationTokens
  return {
    counts: [
      { count: stats.train + stats.validation, one: 'record' },
      { count: stats.train, one: 'to learn from', many: 'to learn from' },
      { count: stats.validation, one: 'to check with', many: 'to check with' },
      { count: tokens, one: 'token, about', many: 'tokens, about' }
    ],
    samples: stats.samples.map((record, at) => ({
      title: `Record ${at + 1}`,
      text: plain(record)
    })),
    warnings: [],
    plots: [
      {
        kind: 'histogram',
        title: 'Length of the records',
        unit: 'tokens',
        values: stats.recordTokens
      },
      {
        kind: 'bars',
        title: 'Items of each chapter',
        rows: itemsPerChapter(input.compilation, ['card', 'block', 'chapter'])
      }
    ]
  }
}

function plain({ instruction, input, output }: TrainingRecord): string {
  return JSON.stringify({ instruction, input, output }, null, 2)
}
