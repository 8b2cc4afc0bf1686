import { datasetDefaults, type DatasetOptions } from '../options.ts'
import type { RecordSample, Row } from './record.ts'
import { recordMaker } from '../items/templates.ts'
import { promptStyleFor } from '../training/prompt-styles.ts'

/**
 * The same items in the words of other options, one of each wording: quick enough to follow every letter
 * of a template. Nothing is split or counted anew. Throws `ExportError` at a placeholder that does not exist.
 */
export function renderSamples(
  samples: RecordSample[],
  wishes: Partial<DatasetOptions> = {}
): RecordSample[] {
  const options = { ...datasetDefaults, ...wishes }
  const asksBlocks = samples.some(({ wording }) => wording === 'go-on')
  const recordsOf = recordMaker(options, asksBlocks)
  const drawn = new Map<string, RecordSample>()
  for (const { entry } of samples) {
    for (const worded of recordsOf(entry)) {
      if (drawn.has(worded.wording)) continue
      drawn.set(worded.wording, sampleOf({ ...entry, ...worded }, options))
    }
  }
  return [...drawn.values()]
}

/** A record as it stands in the files, and as the model reads it. */
export function sampleOf(row: Row, options: DatasetOptions): RecordSample {
  const { wording, record, ...entry } = row
  const { instruction, input, output } = record
  const prompt = promptStyleFor(options).prompt(instruction, input)
  return { wording, entry, record, prompt, answer: output }
}
