import type { Entry, ItemKind } from './item.ts'

/** A record, and what the model sees of it. */
export interface RecordSample {
  kind: ItemKind
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

/** An item with its record and side. */
export interface Sample extends Entry {
  record: TrainingRecord
}
