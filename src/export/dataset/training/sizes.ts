import type { DatasetStats } from './training.ts'

/** Most tokens at once of a model that is not in the list, until a script reads its own number. */
export const USUAL_BLOCK_SIZE = 2048

/** A model's own tokenizer may need more tokens than the estimate. */
export const MARGIN = 1.15

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
 * For text: LitGPT needs at least micro × (length + 1) tokens to validate, and tokenizers with a
 * large vocabulary make fewer tokens than the estimate, so only 0.4 of it count.
 */
export function pretrainSize(stats: DatasetStats, blockSize: number): Size {
  const sure = 0.4 * Math.min(stats.textValidationTokens, stats.textTrainTokens / 4)
  let length = 16
  while (length < 1024 && 2 * (length * 2 + 1) <= sure) length *= 2
  const micro = 2 * (length + 1) <= sure ? 2 : 1
  return { length: Math.min(length, blockSize), micro, global: micro * 2 }
}
