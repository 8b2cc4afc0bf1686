import type { ExportInput } from '../exporter.ts'
import type { Sample } from './collect.ts'
import { estimateTokens, TOKENIZER } from './estimate-tokens.ts'
import type { ItemKind } from './items.ts'
import type { DatasetOptions } from './options.ts'
import { type DatasetContent, readDataset } from './read-dataset.ts'
import type { DatasetStats } from './training/training.ts'

/**
 * Counts what a dataset of this project holds, for the plan of a training. Give the options and the
 * seed that the export will get. Throws `ExportError` where no dataset can be made.
 */
export async function datasetStats(
  input: ExportInput,
  options: Partial<DatasetOptions> = {},
  context: { seed: number } = { seed: 1 }
): Promise<DatasetStats> {
  return countDataset(input, readDataset(input, options, context.seed))
}

/** `datasetStats` of a dataset that has been read already. */
export async function countDataset(
  input: ExportInput,
  content: DatasetContent
): Promise<DatasetStats> {
  const { train, validation, samples, text } = content
  const written = [...train, ...validation].map(recordText)
  const tokens = await estimateTokens([...written, text.train, text.validation])
  const records = tokens.slice(0, written.length)
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    cards: input.compilation.cards.length,
    blocks: input.compilation.blocks.length,
    chapters: input.compilation.chapters.length,
    train: train.length,
    validation: validation.length,
    duplicates: content.duplicates.length,
    splitBy: content.level,
    recordTokens: records.toSorted((a, b) => a - b),
    trainTokens: sum(records.slice(0, train.length)),
    validationTokens: sum(records.slice(train.length)),
    textTrainTokens: tokens[written.length] ?? 0,
    textValidationTokens: tokens[written.length + 1] ?? 0,
    tokenizer: TOKENIZER,
    prompts: prompts(samples),
    samples: KINDS.flatMap((kind) => samples.find(({ item }) => item.kind === kind)?.record ?? [])
  }
}

const KINDS: ItemKind[] = ['qa', 'block', 'chapter']

function recordText({ record }: Sample): string {
  return `${record.instruction}\n${record.input}\n${record.output}`
}

/** One prompt of each kind, and the seed's idea: a block number that no captured block has. */
function prompts(samples: Sample[]): DatasetStats['prompts'] {
  const first = (kind: ItemKind) => samples.find(({ item }) => item.kind === kind)
  const [question, block, chapter] = KINDS.map((kind) => first(kind)?.record.instruction)
  const found = first('block')
  const numbers = samples
    .filter(({ item }) => item.file_id === found?.item.file_id)
    .map((sample) => sample.block)
  const beyond = numbers.reduce((most, number) => Math.max(most, number), 0) + 1
  return {
    ...(question === undefined ? {} : { question }),
    ...(block === undefined ? {} : { block }),
    ...(chapter === undefined ? {} : { chapter }),
    ...(found && block?.endsWith(`#block${found.block}`)
      ? { unseen: block.replace(/\d+$/, String(beyond)) }
      : {})
  }
}
