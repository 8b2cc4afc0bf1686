import type { ExportInput, ExportPreview } from '../contract.ts'
import { itemsPerChapter } from '../shared/items-per-chapter.ts'
import { countDataset } from './zip/dataset-stats.ts'
import { cardShareNote, datasetNotes, untaggedNotes } from './zip/dataset-notes.ts'
import type { DatasetOptions } from './options.ts'
import { type DatasetContent, readDataset } from './zip/read-dataset.ts'
import { leftOutKinds } from './quality/left-out-kinds.ts'
import { wordings } from './items/wordings.ts'
import { lengthLimit } from './training/length-limit.ts'
import type { RecordSample } from './records/record.ts'
import type { DatasetStats } from './training/training.ts'
import { warned } from '../shared/told.ts'

/** What a dataset will hold, with its tokens counted. */
export async function previewDataset(
  input: ExportInput,
  options: Partial<DatasetOptions>,
  seed: number
): Promise<ExportPreview> {
  const content = await readDataset(input, options, seed)
  const stats = countDataset(input, content)
  const tokens = stats.trainTokens + stats.validationTokens
  const counted = stats.exact ? '' : ', about'
  return {
    counts: [
      { count: stats.train + stats.validation, one: 'record' },
      { count: stats.train, one: 'to learn from', many: 'to learn from' },
      { count: stats.validation, one: 'to check with', many: 'to check with' },
      { count: tokens, one: `token${counted}`, many: `tokens${counted}` },
      ...leftOut(stats)
    ],
    samples: stats.samples.map((record) => ({
      title: `${oneOf(record)}, as the model reads it`,
      text: shown(record),
      record
    })),
    leftOut: leftOutKinds(content),
    ...warned([
      ...untaggedNotes(input.compilation),
      ...datasetNotes(content, stats),
      ...cardShareNote(content, stats)
    ]),
    plots: [
      histogram(content, stats),
      {
        kind: 'bars',
        title: 'Items of each chapter',
        rows: itemsPerChapter(input.compilation, ['card', 'block', 'chapter'])
      }
    ]
  }
}

function leftOut({ leftOut }: DatasetStats) {
  const repeats = leftOut.duplicates + leftOut.nearDuplicates + leftOut.shared
  return repeats > 0 ? [{ count: repeats, one: 'repeat left out', many: 'repeats left out' }] : []
}

function oneOf({ wording }: RecordSample): string {
  return wordings.find(({ name }) => name === wording)?.one ?? wording
}

function shown({ prompt, answer }: RecordSample): string {
  return prompt + answer
}

function histogram({ options }: DatasetContent, stats: DatasetStats) {
  return {
    kind: 'histogram' as const,
    title: 'Length of the records',
    unit: 'tokens',
    values: stats.recordTokens,
    limit: lengthLimit(options.model, stats)
  }
}
