import type { Entry } from './item.ts'
import { datasetDefaults, type DatasetOptions } from './options.ts'
import { recordMaker } from './templates.ts'
import { promptStyleFor } from './training/prompt-styles.ts'
import type { RecordSample, TrainingRecord } from './record.ts'

/**
 * The same items in the words of other options: quick enough to follow every letter of a template.
 * Nothing is split or counted anew. Throws `ExportError` at a placeholder that does not exist.
 */
export function renderSamples(
  samples: RecordSample[],
  wishes: Partial<DatasetOptions> = {}
): RecordSample[] {
  const options = { ...datasetDefaults, ...wishes }
  const recordOf = recordMaker(options)
  return samples.map(({ entry }) => sampleOf({ ...entry, record: recordOf(entry) }, options))
}

/** A record as it stands in the files, and as the model reads it. */
export function sampleOf(
  { item, path, block, record }: Entry & { record: TrainingRecord },
  options: DatasetOptions
): RecordSample {
  const { instruction, input, output } = record
  const prompt = promptStyleFor(options).prompt(instruction, input)
  return { kind: item.kind, entry: { item, path, block }, record, prompt, answer: output }
}
