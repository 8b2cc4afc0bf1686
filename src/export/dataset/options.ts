import { type AnkiTextOptions, ankiTextDefaults } from '../anki-text/anki-text.ts'
import { defaultTemplates, type Templates } from './templates.ts'
import type { Method } from './training/training.ts'

/** Choices of the dataset. What concerns training goes into its scripts as their defaults. */
export interface DatasetOptions {
  templates: Templates
  /** Between the titles of a chapter's tree, in records. */
  separator: string
  /** Share of the items that validates instead of training: 0 to 0.5, at least one item. */
  validationFraction: number
  /** Paths of files that validate, all of them and nothing else; empty: the split is made by hash. */
  validationFiles: string[]
  /** Whether the Markdown itself goes into the zip. */
  sources: boolean
  /** Name on the Hugging Face hub. */
  model: string
  method: Method
  devices: number
  nodes: number
  /** Times that every record is seen; 0: as many as a set of this size needs. */
  epochs: number
  /** Of the two Anki files in the zip. */
  anki: AnkiTextOptions
}

export const datasetDefaults: DatasetOptions = {
  templates: defaultTemplates,
  separator: ' / ',
  validationFraction: 0.1,
  validationFiles: [],
  sources: false,
  model: 'HuggingFaceTB/SmolLM2-135M',
  method: 'lora',
  devices: 1,
  nodes: 1,
  epochs: 0,
  anki: ankiTextDefaults
}
