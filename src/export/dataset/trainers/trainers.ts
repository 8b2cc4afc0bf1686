import type { ArchiveFile } from '../zip/archive.ts'
import { axolotl } from './axolotl.ts'
import { alpaca, openai, sharegpt } from './forms.ts'
import { llamaFactory } from './llama-factory.ts'
import { mlx } from './mlx.ts'
import type { Trainer, TrainerRun } from './trainer.ts'
import { trainerChoices, type TrainerName } from './trainer-names.ts'
import { trl } from './trl.ts'
import { unsloth } from './unsloth.ts'

const trainers: Record<TrainerName, Trainer> = {
  trl,
  axolotl,
  'llama-factory': llamaFactory,
  unsloth,
  mlx,
  openai,
  alpaca,
  sharegpt
}

/** The files of the trainers that are wanted. */
export function trainerFiles(run: TrainerRun): ArchiveFile[] {
  return wanted(run).flatMap(({ trainer }) => trainer.files(run))
}

/** A line of Markdown for each of them: how to start it. */
export function trainerLines(run: TrainerRun): string[] {
  return wanted(run).map(({ label, trainer }) => `- ${label}: ${trainer.how(run)}`)
}

function wanted({ content: { options } }: TrainerRun) {
  return trainerChoices
    .filter(({ name }) => options.trainers.includes(name))
    .map(({ name, label }) => ({ label, trainer: trainers[name] }))
}
