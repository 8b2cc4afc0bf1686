import type { ArchiveFile } from '../zip/archive.ts'
import type { DatasetContent } from '../zip/read-dataset.ts'
import { planTraining } from '../training/plan.ts'
import { type PromptStyle, promptStyleFor } from '../training/prompt-styles.ts'
import type { Method, TrainingPlan } from '../training/training.ts'

/** Another program than LitGPT that trains on the dataset, or a form that such programs read. */
export interface Trainer {
  /** What it needs beside prompt/, chat/ and text/, which are there for all. */
  files(run: TrainerRun): ArchiveFile[]
  /** How to start it, in Markdown: for the README, after a hyphen and its name. */
  how(run: TrainerRun): string
}

/** What trainers are told of a dataset and of the run that was planned for it. */
export interface TrainerRun {
  /** Of the project, as files are named: letters, digits, `-`. */
  name: string
  content: DatasetContent
  /** For records, by one of three methods. */
  plan: TrainingPlan
  method: Exclude<Method, 'pretrain'>
  /** For plain text; `undefined` where there is too little of it. */
  textPlan: TrainingPlan | undefined
  /** What is put around a record. */
  style: PromptStyle
}

/** The run that a plan means for others than LitGPT: where it is for plain text, LoRA for the records. */
export function trainerRun(
  name: string,
  content: DatasetContent,
  { stats, choice }: TrainingPlan,
  withText: boolean
): TrainerRun {
  const method = choice.method === 'pretrain' ? 'lora' : choice.method
  return {
    name,
    content,
    method,
    plan: planTraining(stats, { ...choice, method }),
    textPlan: withText ? planTraining(stats, { ...choice, method: 'pretrain' }) : undefined,
    style: promptStyleFor(content.options)
  }
}

/** The adapters of LoRA as LitGPT has them when nothing is said. */
export const LORA = { rank: 8, alpha: 16, dropout: 0.05 }

/** Steps that are gathered on one device before the model changes, at least 1. */
export function gathered({ choice, numbers }: TrainingPlan): number {
  const world = choice.devices * choice.nodes
  return Math.max(1, Math.floor(numbers.globalBatch / (numbers.microBatch * world)))
}

/** Whether the style is that of the model's makers, which its tokenizer knows as its chat template. */
export function isOwnStyle({ className }: PromptStyle): boolean {
  return className !== 'Alpaca' && className !== 'Default'
}
