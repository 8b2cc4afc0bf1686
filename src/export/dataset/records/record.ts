import type { Entry } from '../items/item.ts'
import type { WordingName } from '../items/wordings.ts'

declare module '../../contract.ts' {
  interface ExportSampleExtras {
    /** The record that it is, where it can be worded anew. */
    record?: RecordSample
  }
}

/** A record, and what the model sees of it. */
export interface RecordSample {
  wording: WordingName
  /** What it is made of. */
  entry: Entry
  record: TrainingRecord
  /** What the model reads, the words of the prompt style included. */
  prompt: string
  /** What it learns to answer. */
  answer: string
}

/** A record of litgpt/*.json: exactly these keys. */
export interface TrainingRecord {
  instruction: string
  input: string
  output: string
}

/** A record and the wording that made it. */
export interface WordedRecord {
  wording: WordingName
  record: TrainingRecord
}

/** An item with its side, and its records: one or several, by the preset also none. */
export interface Sample extends Entry {
  records: WordedRecord[]
}

/** A row of the files to train with: one record of an item. */
export type Row = Entry & WordedRecord
