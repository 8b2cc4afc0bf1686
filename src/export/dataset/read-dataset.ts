import { cardIdentities } from '../anki/anki-notes.ts'
import type { ExportInput } from '../exporter.ts'
import { collect, type Collection, type Sample } from './collect.ts'
import { datasetDefaults, type DatasetOptions } from './options.ts'
import { pretrainingText, type PretrainingText } from './pretraining-text.ts'
import { textPieces } from './text-pieces.ts'

/** The dataset before it is written to files. */
export interface DatasetContent extends Collection {
  options: DatasetOptions
  /** Of the cards, in their order. */
  guids: string[]
  train: Sample[]
  validation: Sample[]
  text: PretrainingText
}

/** Reads a project as a dataset. Throws `ExportError` where no sound one can be made of it. */
export function readDataset(
  input: ExportInput,
  wishes: Partial<DatasetOptions>,
  seed: number
): DatasetContent {
  const options = { ...datasetDefaults, ...wishes }
  const guids = cardIdentities(input)
  const collection = collect(input, options, guids, seed)
  const { samples, sides } = collection
  return {
    ...collection,
    options,
    guids,
    train: samples.filter(({ item }) => item.split === 'train'),
    validation: samples.filter(({ item }) => item.split === 'validation'),
    text: pretrainingText(textPieces(input.compilation, guids, sides), seed)
  }
}
