import { say, sayCount, type Said } from '../../say/say.ts'
import type { ExportInput, ExportPreview } from '../contract.ts'
import { itemsPerChapter } from '../shared/items-per-chapter.ts'
import { countDataset } from './zip/dataset-stats.ts'
import { cardShareNote, datasetNotes, untaggedNotes } from './zip/dataset-notes.ts'
import type { DatasetOptions } from './options.ts'
import { readDataset } from './zip/read-dataset.ts'
import { leftOutKinds } from './quality/left-out-kinds.ts'
import { wordings } from './items/wordings.ts'
import { recordPlot } from './training/record-plot.ts'
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
  return {
    counts: [
      sayCount(stats.train + stats.validation, '{count} record', '{count} records'),
      say('{count} to learn from', { count: stats.train }),
      say('{count} to check with', { count: stats.validation }),
      stats.exact
        ? sayCount(tokens, '{count} token', '{count} tokens')
        : sayCount(tokens, '{count} token, about', '{count} tokens, about'),
      ...leftOut(stats)
    ],
    samples: stats.samples.map((record) => ({
      title: say('{record}, as the model reads it', { record: oneOf(record) }),
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
      recordPlot(content.options.model, stats),
      {
        kind: 'bars',
        title: say('Items of each chapter'),
        rows: itemsPerChapter(input.compilation, ['card', 'block', 'chapter'])
      }
    ]
  }
}

function leftOut({ leftOut }: DatasetStats): Said[] {
  const repeats = leftOut.duplicates + leftOut.nearDuplicates + leftOut.shared
  return repeats > 0
    ? [sayCount(repeats, '{count} repeat left out', '{count} repeats left out')]
    : []
}

function oneOf({ wording }: RecordSample): Said | string {
  return wordings.find(({ name }) => name === wording)?.one ?? wording
}

function shown({ prompt, answer }: RecordSample): string {
  return prompt + answer
}
