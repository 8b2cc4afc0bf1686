import type { DatasetStats } from '../../src/export/dataset/training/training.ts'

/** Numbers of a middling dataset, any of them changed. */
export function statsOf(changes: Partial<DatasetStats> = {}): DatasetStats {
  return {
    cards: 100,
    blocks: 0,
    chapters: 0,
    train: 90,
    validation: 10,
    kinds: [{ kind: 'qa', train: 90, validation: 10 }],
    leftOut: {
      duplicates: 0,
      nearDuplicates: 0,
      blank: 0,
      tooLong: 0,
      poor: 0,
      across: 0,
      shared: 0
    },
    cardShare: 1,
    cutChapters: 0,
    onBothSides: 0,
    splitChapters: 0,
    parted: 0,
    promptTokens: 40,
    longest: [],
    exact: false,
    specialTokens: { count: 0, first: [] },
    splitBy: 'top-level chapters',
    recordTokens: [20, 50, 100],
    trainTokens: 5000,
    validationTokens: 500,
    textTrainTokens: 5000,
    textValidationTokens: 500,
    tokenizer: 'o200k_base',
    prompts: { question: 'What is it?' },
    inputs: {},
    samples: [],
    ...changes
  }
}
