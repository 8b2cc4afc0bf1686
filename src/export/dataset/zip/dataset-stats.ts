import type { ExportInput } from '../../contract.ts'
import type { Row } from '../records/record.ts'
import { type Entry, type ItemKind, itemKinds } from '../items/item.ts'
import type { DatasetOptions } from '../options.ts'
import { again } from './again.ts'
import type { PretrainingText } from '../records/text-pieces.ts'
import { promptTokens } from '../records/prompt-tokens.ts'
import { type DatasetContent, readDataset } from './read-dataset.ts'
import { sampleOf } from '../records/render-samples.ts'
import { findSpecialTokens } from '../records/special-tokens.ts'
import { countAll } from '../records/token-counter.ts'
import { wordings } from '../items/wordings.ts'
import { cardShare } from '../records/rows.ts'
import type { DatasetStats } from '../training/training.ts'

/** Records named as the longest, and special tokens named one by one. */
const LONGEST = 10
const SPECIAL = 20

/**
 * Counts what a dataset of this project holds, for the plan of a training and to be shown before the
 * download. Give the options and the seed that the export will get. Throws `ExportError` where no
 * dataset can be made.
 */
export async function datasetStats(
  input: ExportInput,
  options: Partial<DatasetOptions> = {},
  context: { seed: number } = { seed: 1 }
): Promise<DatasetStats> {
  return countDataset(input, await readDataset(input, options, context.seed))
}

/** `datasetStats` of a dataset that has been read already. */
export function countDataset(input: ExportInput, content: DatasetContent): DatasetStats {
  const { train, validation, samples, text, leftOut, counter, options } = content
  // Those to learn from come first: what is shown and asked should have been trained on.
  const both = [...train, ...validation]
  const tokens = countAll(
    again(() => allTexts(both, text)),
    counter
  )
  const records = tokens.slice(0, both.length)
  const textTokens = tokens.slice(both.length)
  const special = findSpecialTokens(samples)
  return {
    cards: input.compilation.cards.length,
    blocks: input.compilation.blocks.length,
    chapters: input.compilation.chapters.length,
    train: train.length,
    validation: validation.length,
    kinds: countKinds(samples),
    leftOut: {
      duplicates: leftOut.duplicates.length,
      nearDuplicates: leftOut.near_duplicates.length,
      blank: leftOut.blank.length,
      tooLong: leftOut.too_long.length,
      poor: leftOut.poor.length,
      across: leftOut.across.length,
      shared: leftOut.shared.length
    },
    cutChapters: content.shared.cut.length,
    onBothSides: content.shared.remaining,
    splitChapters: content.splitChapters.length,
    splitBy: content.level,
    parted: content.parted.length,
    recordTokens: records.toSorted((a, b) => a - b),
    promptTokens: promptTokens(options, counter),
    longest: longest(both, records),
    cardShare: cardShare(train, content.answerTokens),
    trainTokens: sum(records.slice(0, train.length)),
    validationTokens: sum(records.slice(train.length)),
    textTrainTokens: sum(textTokens.slice(0, text.train.length)),
    textValidationTokens: sum(textTokens.slice(text.train.length)),
    tokenizer: counter.name,
    exact: counter.exact,
    specialTokens: { count: special.length, first: special.slice(0, SPECIAL) },
    prompts: prompts(both),
    inputs: inputs(both),
    samples: wordings.flatMap(({ name }) => {
      const found = both.find(({ wording }) => wording === name)
      return found ? [sampleOf(found, options)] : []
    })
  }
}

function* allTexts(samples: Row[], { train, validation }: PretrainingText): Generator<string> {
  for (const sample of samples) yield recordText(sample)
  for (const { text } of [...train, ...validation]) yield text
}

function recordText({ record }: Row): string {
  return `${record.instruction}\n${record.input}\n${record.output}`
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function countKinds(samples: Entry[]): DatasetStats['kinds'] {
  const count = (kind: ItemKind, side: string) =>
    samples.filter(({ item }) => item.kind === kind && item.split === side).length
  return itemKinds
    .map((kind) => ({
      kind,
      train: count(kind, 'train'),
      validation: count(kind, 'validation')
    }))
    .filter(({ train, validation }) => train + validation > 0)
}

function longest(samples: Row[], tokens: number[]): DatasetStats['longest'] {
  return tokens
    .map((count, at) => ({ count, sample: samples[at] }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, LONGEST)
    .flatMap(({ count, sample }) => {
      if (!sample) return []
      const { item, path } = sample
      return [{ id: item.id, file: path, line: item.start_line, tokens: count }]
    })
}

/** One prompt of each kind, and the seed's idea: a block number that no captured block has. */
function prompts(samples: Row[]): DatasetStats['prompts'] {
  const first = (kind: ItemKind) => samples.find(({ item }) => item.kind === kind)
  const question = first('qa')?.record.instruction
  const found = first('block')
  const block = found?.record.instruction
  const chapter = first('chapter')?.record.instruction
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

function inputs(samples: Row[]): DatasetStats['inputs'] {
  const of = (kind: ItemKind) => {
    const input = samples.find(({ item }) => item.kind === kind)?.record.input.trim()
    return input === '' ? undefined : input
  }
  const [question, block, chapter] = [of('qa'), of('block'), of('chapter')]
  return {
    ...(question === undefined ? {} : { question }),
    ...(block === undefined ? {} : { block, unseen: block }),
    ...(chapter === undefined ? {} : { chapter })
  }
}
