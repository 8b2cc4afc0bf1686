import type { TrainingRecord } from '../records/record.ts'
import type { PromptStyle } from '../training/prompt-styles.ts'

/** A line of prompt/*.jsonl. */
export interface PromptRow {
  prompt: string
  completion: string
}

/** A record as the model reads it, word for word as with LitGPT, and what it learns to answer. */
export function promptRow(
  { instruction, input, output }: TrainingRecord,
  style: PromptStyle
): PromptRow {
  return { prompt: style.prompt(instruction, input), completion: output }
}
