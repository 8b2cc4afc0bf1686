import { LEARNING_RATE } from './learning-rates.ts'
import { finetuneSize, pretrainSize } from './sizes.ts'
import type { DatasetStats, TrainingChoice } from './training.ts'

/**
 * What both scripts know: their defaults, and the dataset's sizes as for a model that reads without
 * end, because only the script knows which model it gets. Numbers and names of the hub only.
 */
export function scriptSettings(
  stats: DatasetStats,
  choice: TrainingChoice
): Record<string, string> {
  const tuned = finetuneSize(stats, Infinity)
  const text = pretrainSize(stats, Infinity)
  return {
    MODEL: choice.model,
    METHOD: choice.method,
    DEVICES: String(choice.devices),
    NODES: String(choice.nodes),
    EPOCHS: String(choice.epochs),
    ITEMS: String(stats.train),
    LONGEST: String(stats.recordTokens.at(-1) ?? 0),
    LENGTH: String(tuned.length),
    GLOBAL: String(tuned.global),
    TEXT_TOKENS: String(stats.textTrainTokens),
    TEXT_LENGTH: String(text.length),
    TEXT_MICRO: String(text.micro),
    TEXT_GLOBAL: String(text.global),
    RATE_LORA: String(LEARNING_RATE.lora),
    RATE_FULL: LEARNING_RATE.full.toFixed(5),
    RATE_PRETRAIN: LEARNING_RATE.pretrain.toFixed(4)
  }
}

/** Puts the settings into a script where it says `@NAME@`. Throws at a name without a setting. */
export function fillScript(script: string, settings: Record<string, string>): string {
  return script.replace(/@([A-Z_]+)@/g, (_, name: string) => {
    const value = settings[name]
    if (value === undefined) throw new Error(`The script asks for ${name}, which is not set.`)
    return value
  })
}
