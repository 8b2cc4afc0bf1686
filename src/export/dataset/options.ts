import { type AnkiTextOptions, ankiTextDefaults } from '../anki/text/anki-text.ts'
import type { PresetName, PromptChoice, Templates } from './presets.ts'
import { type TrainerName, usualTrainers } from './trainers/trainer-names.ts'
import type { Method } from './training/training.ts'

/** Choices of the dataset. What concerns training goes into its scripts as their defaults. */
export interface DatasetOptions {
  /** How records are worded. `auto`: *study* where no tag asked for something, else *seed*. */
  preset: PresetName | 'auto'
  /** Wordings of a person's own, for some kinds of items, over those of the preset. */
  templates: Templates
  /** What is put around a record when it is read. */
  prompt: PromptChoice | 'preset'
  /** Between the titles of a chapter's tree, in records. */
  separator: string
  /** Whether the text around a card is read with its question: `both` asks with it and without it. */
  passages: 'off' | 'prompt' | 'both'
  /** Letters of that text, at most. */
  passageLetters: number
  /** Also an item for each captured chapter with chapters below it: its outline. */
  outlines: boolean
  /** Also an item for each captured chapter: the title of the chapter after it. */
  following: boolean
  /** What becomes of chapters that are longer than the model reads at once. */
  longChapters: 'split' | 'leave-out' | 'keep'
  /** Share of the items that validates instead of training: 0 to 0.5, at least one item. */
  validationFraction: number
  /** Questions that validate, at least, where there is room; 0: in *study* their share, else as it comes. */
  validationCards: number
  /** Paths of files that validate, all of them and nothing else; empty: the split is made by hash. */
  validationFiles: string[]
  /**
   * Whether what teaches nothing is left out: `auto` of what no tag asked for, but in the words of the
   * seed; `on` of all blocks and chapters.
   */
  quality: 'auto' | 'on' | 'off'
  /** Names of rules of that pass whose records stay. */
  keptKinds: string[]
  /** By guid: how often the records of a card come, from 1 to 100, where it is more than once. */
  cardWeights: Record<string, number>
  /** Whether records that say nearly the same may stand on both sides. */
  nearDuplicates: boolean
  /** Whether the Markdown itself goes into the zip. */
  sources: boolean
  /** Name on the Hugging Face hub. */
  model: string
  method: Method
  /** Graphics cards in each machine. */
  devices: number
  nodes: number
  /** Times that every record is seen; 0: as many as a set of this size needs. */
  epochs: number
  /** Programs beside LitGPT that get files of their own. */
  trainers: TrainerName[]
  /** Of the two Anki files in the zip. */
  anki: AnkiTextOptions
}

/** The least and the most of its numbers, which are whole. */
export const datasetBounds = {
  passageLetters: { min: 100, max: 100_000 },
  validationCards: { min: 0, max: 1_000_000 },
  devices: { min: 1, max: 1024 },
  nodes: { min: 1, max: 1024 },
  epochs: { min: 0, max: 10_000 }
}

export const datasetDefaults: DatasetOptions = {
  preset: 'auto',
  templates: {},
  prompt: 'preset',
  separator: ' / ',
  passages: 'off',
  passageLetters: 2000,
  outlines: false,
  following: false,
  longChapters: 'split',
  validationFraction: 0.1,
  validationCards: 0,
  validationFiles: [],
  quality: 'auto',
  keptKinds: [],
  cardWeights: {},
  nearDuplicates: false,
  sources: false,
  model: 'HuggingFaceTB/SmolLM2-135M',
  method: 'lora',
  devices: 1,
  nodes: 1,
  epochs: 0,
  trainers: usualTrainers,
  anki: ankiTextDefaults
}
