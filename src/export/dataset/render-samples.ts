import { cardGuids } from '../anki/card-guids.ts'
import type { ExportInput } from '../exporter.ts'
import { chapterExtras } from './chapter-extras.ts'
import { datasetEntries, type Entry, itemKinds } from './items.ts'
import { datasetDefaults, type DatasetOptions } from './options.ts'
import { recordMaker } from './templates.ts'
import { promptStyleFor } from './training/prompt-styles.ts'
import type { RecordSample, TrainingRecord } from './training/training.ts'

/**
 * The first item of each captured kind as a record, and as the model will read it: quick enough to
 * follow every letter of a template. Nothing is split or counted, so a few of these may be left out
 * of the dataset. Throws `ExportError` at a placeholder that does not exist.
 */
export function renderSamples(
  input: ExportInput,
  wishes: Partial<DatasetOptions> = {}
): RecordSample[] {
  const options = { ...datasetDefaults, ...wishes }
  const recordOf = recordMaker(options)
  const entries = firstEntries(input, options)
  return itemKinds.flatMap((kind) => {
    const entry = entries.find(({ item }) => item.kind === kind)
    return entry ? [sampleOf({ ...entry, record: recordOf(entry) }, options)] : []
  })
}

/** A record as it stands in the files, and as the model reads it. */
export function sampleOf(
  { item, record }: Entry & { record: TrainingRecord },
  options: DatasetOptions
): RecordSample {
  const { instruction, input, output } = record
  const prompt = promptStyleFor(options).prompt(instruction, input)
  return { kind: item.kind, id: item.id, record, prompt, answer: output }
}

/** Some entries of each kind, without those that only a whole project would give. */
function firstEntries(input: ExportInput, options: DatasetOptions): Entry[] {
  const { compilation } = input
  const cards = compilation.cards.slice(0, 1)
  const blocks = compilation.blocks.slice(0, 1)
  const some = { ...compilation, cards, blocks, chapters: compilation.chapters.slice(0, 50) }
  const [card] = some.cards
  const paths = new Set([card, ...some.blocks, ...some.chapters].map((of) => of?.path))
  const files = input.files.filter(({ path }) => paths.has(path))
  const entries = datasetEntries({ ...input, files, compilation: some }, cardGuids(cards))
  return [...entries, ...chapterExtras(entries, input, options, () => undefined).entries]
}
