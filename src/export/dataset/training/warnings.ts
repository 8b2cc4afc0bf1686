import { inEnglish, say, sayCount, type Said } from '../../../say/say.ts'
import { nameTrouble } from './models.ts'
import { isEnoughText, USUAL_BLOCK_SIZE } from './sizes.ts'
import type { TrainingPlan, TrainingWarning } from './training.ts'

type Rule = (plan: Omit<TrainingPlan, 'warnings'>) => Said | undefined

/** What makes a run impossible. */
const errors: Rule[] = [
  ({ choice }) => nameTrouble(choice.model),
  ({ choice }) =>
    choice.method === 'qlora' && (choice.accelerator === 'cpu' || choice.system === 'macos')
      ? say('QLoRA needs an NVIDIA graphics card. Choose LoRA.')
      : undefined,
  ({ choice }) =>
    choice.method === 'qlora' && choice.devices * choice.nodes > 1
      ? say('QLoRA runs on one graphics card only. Choose one device and one machine, or LoRA.')
      : undefined,
  ({ choice }) =>
    choice.system === 'macos' && choice.devices * choice.nodes > 1
      ? say(
          'A Mac computes on one device, and Macs cannot train together. Choose one graphics card; or start all machines under Linux and choose Linux here.'
        )
      : undefined,
  ({ choice }) =>
    choice.system === 'windows' && choice.devices * choice.nodes > 1
      ? say(
          'On Windows graphics cards cannot train together: PyTorch lacks NCCL there, by which they speak. Choose one graphics card; or train under Linux, in WSL too, and choose Linux here.'
        )
      : undefined,
  ({ choice, stats }) =>
    choice.method === 'pretrain' && !isEnoughText(stats)
      ? say(
          'There is too little text to pretrain on: about {learned} tokens to learn from and {checked} to check with, so it could be read a few words at a time only. Check with a larger share, put more into the dataset, or choose LoRA.',
          {
            learned: String(stats.textTrainTokens),
            checked: String(stats.textValidationTokens)
          }
        )
      : undefined
]

const warnings: Rule[] = [
  ({ numbers, model }) =>
    numbers.cut > 0
      ? tooLong(numbers.cut, String(numbers.maxSeqLength), Boolean(model))
      : undefined,
  ({ stats, choice }) =>
    choice.method !== 'pretrain' && stats.train + stats.validation < 20
      ? say('{records} records are few: the validation loss will not mean much.', {
          records: stats.train + stats.validation
        })
      : undefined,
  ({ numbers, choice }) =>
    numbers.epochs > choice.epochs
      ? say('{wished} × would give no training step, so it is {epochs} ×.', {
          wished: String(choice.epochs),
          epochs: String(numbers.epochs)
        })
      : undefined,
  ({ numbers }) =>
    numbers.steps < 20
      ? say('Only {steps} steps: take more epochs to learn much.', { steps: numbers.steps })
      : undefined,
  ({ stats, choice }) =>
    choice.method === 'pretrain' && stats.textTrainTokens < 1_000_000
      ? say(
          'Pretraining on so little text teaches it by heart and loses other knowledge. LoRA is gentler.'
        )
      : undefined,
  ({ choice, model }) =>
    choice.accelerator === 'cpu' && (model?.millions ?? 0) > 700
      ? say(
          'Without a graphics card a model of this size takes very long. Choose a smaller one to try.'
        )
      : undefined
]

/** Records that the model cannot read whole; of one that is in the list it is known how much others read. */
function tooLong(records: number, tokens: string, isListed: boolean): Said {
  return isListed
    ? sayCount(
        records,
        '{count} record is longer than {tokens} tokens, all that this model reads at once: LitGPT cuts the rest off. Shorten them, have long chapters split, or choose a model that reads more.',
        '{count} records are longer than {tokens} tokens, all that this model reads at once: LitGPT cuts the rest off. Shorten them, have long chapters split, or choose a model that reads more.',
        { tokens }
      )
    : sayCount(
        records,
        '{count} record is longer than {tokens} tokens, all that this model reads at once: LitGPT cuts the rest off. Shorten them, have long chapters split.',
        '{count} records are longer than {tokens} tokens, all that this model reads at once: LitGPT cuts the rest off. Shorten them, have long chapters split.',
        { tokens }
      )
}

const hints: Rule[] = [
  ({ model }) =>
    model?.gated
      ? say(
          'The maker of this model may ask for consent: accept its licence on the model’s page, and set HF_TOKEN to your access token.'
        )
      : undefined,
  ({ model, stats }) =>
    model
      ? undefined
      : say(
          'This model is not in the list. The script reads what it needs to know from its configuration; {assumed} tokens at once are assumed here, and the longest record has about {longest}.',
          {
            assumed: String(USUAL_BLOCK_SIZE),
            longest: String((stats.recordTokens.at(-1) ?? 0) + stats.promptTokens)
          }
        ),
  ({ choice }) =>
    choice.nodes > 1
      ? say('Every machine needs the dataset in the same place and the same versions installed.')
      : undefined
]

/** All that applies, the worst first. */
export function trainingWarnings(plan: Omit<TrainingPlan, 'warnings'>): TrainingWarning[] {
  const apply = (rules: Rule[], severity: TrainingWarning['severity']): TrainingWarning[] =>
    rules.flatMap((rule) => {
      const said = rule(plan)
      return said ? [{ severity, message: inEnglish(said), said }] : []
    })
  return [...apply(errors, 'error'), ...apply(warnings, 'warning'), ...apply(hints, 'info')]
}
