import type { DatasetStats } from './training.ts'

/** Most tokens at once of a model that is not in the list, until a script reads its own number. */
export const USUAL_BLOCK_SIZE = 2048

/** A model's own tokenizer may need more tokens than the estimate, the more so with a small vocabulary. */
export const MARGIN = 1.2

/** So much of an estimated text is there for sure: few tokenizers make less of it. */
export const SURE = 0.8

/** Stretches shorter than this teach nothing that hangs together. */
const LEAST_STRETCH = 64

/** Tokens and records: what to ask of a schedule. */
export interface Size {
  length: number
  micro: number
  global: number
}

/**
 * Holds the longest record, as far as the model reads (`blockSize`): LitGPT cuts at the length in
 * silence. More costs nothing, since it takes the longest real record if that is shorter.
 */
export function finetuneSize(stats: DatasetStats, blockSize: number): Size {
  const longest = (stats.recordTokens.at(-1) ?? 0) + stats.promptTokens
  const wanted = Math.ceil((longest * (stats.exact ? 1 : MARGIN)) / 64) * 64
  const length = Math.min(Math.max(128, wanted), blockSize)
  const global = globalBatch(stats.train)
  return { length, micro: Math.min(global, 4, Math.max(1, Math.floor(2048 / length))), global }
}

/** Records for one step: small sets need small batches to make enough steps. */
export function globalBatch(items: number): number {
  if (items < 16) return 2
  if (items < 64) return 4
  return items < 2000 ? 8 : 16
}

/**
 * For text: LitGPT needs at least micro × (length + 1) tokens to validate. Long stretches come first,
 * several at once where there is room.
 */
export function pretrainSize(stats: DatasetStats, blockSize: number): Size {
  const { textValidationTokens, textTrainTokens, exact } = stats
  const sure = (exact ? 1 : SURE) * Math.min(textValidationTokens, textTrainTokens / 2)
  const fitting = Math.floor((sure - 1) / 16) * 16
  const length = Math.min(1024, Math.max(16, fitting))
  // As the scripts do, which hear of the model later: several at once whatever it reads.
  const micro = 2 * (length + 1) <= sure ? 2 : 1
  return { length: Math.min(length, blockSize), micro, global: micro * 2 }
}

/** Whether there is so much text, on both sides, that pretraining on it is worth offering. */
export function isEnoughText(stats: DatasetStats): boolean {
  return pretrainSize(stats, Infinity).length >= LEAST_STRETCH
}
