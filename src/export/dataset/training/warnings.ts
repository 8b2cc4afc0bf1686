import { nameTrouble } from './models.ts'
import { isEnoughText, USUAL_BLOCK_SIZE } from './sizes.ts'
import type { TrainingPlan, TrainingWarning } from './training.ts'

type Rule = (plan: Omit<TrainingPlan, 'warnings'>) => string | undefined

/** What makes a run impossible. */
const errors: Rule[] = [
  ({ choice }) => nameTrouble(choice.model),
  ({ choice }) =>
    choice.method === 'qlora' && (choice.accelerator === 'cpu' || choice.system === 'macos')
      ? 'QLoRA needs an NVIDIA graphics card. Choose LoRA.'
      : undefined,
  ({ choice }) =>
    choice.method === 'qlora' && choice.devices * choice.nodes > 1
      ? 'QLoRA runs on one graphics card only. Choose one device and one machine, or LoRA.'
      : undefined,
  ({ choice }) =>
    choice.system === 'macos' && choice.devices * choice.nodes > 1
      ? 'A Mac computes on one device, and Macs cannot train together. Choose one graphics card; or ' +
        'start all machines under Linux and choose Linux here.'
      : undefined,
  ({ choice }) =>
    choice.system === 'windows' && choice.devices * choice.nodes > 1
      ? 'On Windows graphics cards cannot train together: PyTorch lacks NCCL there, by which they speak. ' +
        'Choose one graphics card; or train under Linux, in WSL too, and choose Linux here.'
      : undefined,
  ({ choice, stats }) =>
    choice.method === 'pretrain' && !isEnoughText(stats)
      ? `There is too little text to pretrain on: about ${stats.textTrainTokens} tokens to learn from and ` +
        `${stats.textValidationTokens} to check with, so it could be read a few words at a time only. ` +
        'Check with a larger share, put more into the dataset, or choose LoRA.'
      : undefined
]

const warnings: Rule[] = [
  ({ numbers, model }) =>
    numbers.cut > 0
      ? `${numbers.cut} ${numbers.cut === 1 ? 'record is' : 'records are'} longer than ` +
        `${numbers.maxSeqLength} tokens, all that this model reads at once: LitGPT cuts the rest off. ` +
        `Shorten them, have long chapters split${model ? ', or choose a model that reads more' : ''}.`
      : undefined,
  ({ stats, choice }) =>
    choice.method !== 'pretrain' && stats.train + stats.validation < 20
      ? `${stats.train + stats.validation} records are few: the validation loss will not mean much.`
      : undefined,
  ({ numbers, choice }) =>
    numbers.epochs > choice.epochs
      ? `${choice.epochs} × would give no training step, so it is ${numbers.epochs} ×.`
      : undefined,
  ({ numbers }) =>
    numbers.steps < 20 ? `Only ${numbers.steps} steps: take more epochs to learn much.` : undefined,
  ({ stats, choice }) =>
    choice.method === 'pretrain' && stats.textTrainTokens < 1_000_000
      ? 'Pretraining on so little text teaches it by heart and loses other knowledge. LoRA is gentler.'
      : undefined,
  ({ choice, model }) =>
    choice.accelerator === 'cpu' && (model?.millions ?? 0) > 700
      ? 'Without a graphics card a model of this size takes very long. Choose a smaller one to try.'
      : undefined
]

const hints: Rule[] = [
  ({ model }) =>
    model?.gated
      ? 'The maker of this model may ask for consent: accept its licence on the model’s page, and ' +
        'set HF_TOKEN to your access token.'
      : undefined,
  ({ model, stats }) =>
    model
      ? undefined
      : `This model is not in the list. The script reads what it needs to know from its ` +
        `configuration; ${USUAL_BLOCK_SIZE} tokens at once are assumed here, and the longest record ` +
        `has about ${(stats.recordTokens.at(-1) ?? 0) + stats.promptTokens}.`,
  ({ choice }) =>
    choice.nodes > 1
      ? 'Every machine needs the dataset in the same place and the same versions installed.'
      : undefined
]

/** All that applies, the worst first. */
export function trainingWarnings(plan: Omit<TrainingPlan, 'warnings'>): TrainingWarning[] {
  const apply = (rules: Rule[], severity: TrainingWarning['severity']): TrainingWarning[] =>
    rules.flatMap((rule) => {
      const message = rule(plan)
      return message === undefined ? [] : [{ severity, message }]
    })
  return [...apply(errors, 'error'), ...apply(warnings, 'warning'), ...apply(hints, 'info')]
}
