import { finetuneYaml, pretrainYaml } from './config-yaml.ts'
import { planTraining } from './plan.ts'
import { requirementsText } from './requirements.ts'
import { fillScript, scriptSettings } from './script-settings.ts'
import { trainPs1 } from './train-ps1.ts'
import { trainSh } from './train-sh.ts'
import type { TrainingPlan } from './training.ts'

/** The scripts and settings beside the records; `withText`: whether there is text to pretrain on. */
export function trainingFiles(
  { stats, choice }: TrainingPlan,
  withText: boolean
): { path: string; text: string }[] {
  const settings = scriptSettings(stats, choice)
  const method = choice.method === 'pretrain' ? 'lora' : choice.method
  const pretrain = planTraining(stats, { ...choice, method: 'pretrain' })
  return [
    { path: 'train.sh', text: fillScript(trainSh, settings) },
    { path: 'train.ps1', text: fillScript(trainPs1, settings) },
    { path: 'finetune.yaml', text: finetuneYaml(planTraining(stats, { ...choice, method })) },
    ...(withText ? [{ path: 'pretrain.yaml', text: pretrainYaml(pretrain) }] : []),
    { path: 'requirements.txt', text: requirementsText }
  ]
}
