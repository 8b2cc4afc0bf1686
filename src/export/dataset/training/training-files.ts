import type { ArchiveFile } from '../zip/archive.ts'
import { evaluatePy } from './evaluate-py.ts'
import { finetuneYaml, pretrainYaml } from './config-yaml.ts'
import { modelfileText } from './modelfile.ts'
import { planTraining } from './plan.ts'
import { promptStyleFor, type PromptWish } from './prompt-styles.ts'
import { requirementsText } from './requirements.ts'
import { fillScript, scriptSettings } from './script-settings.ts'
import { trainPs1 } from './train-ps1.ts'
import { trainSh } from './train-sh.ts'
import type { TrainingPlan } from './training.ts'

/**
 * The scripts and settings beside the records; `withText`: whether there is text to pretrain on, `withCards`:
 * whether there are cards to ask a model.
 */
export function trainingFiles(
  { stats, choice }: TrainingPlan,
  wish: PromptWish,
  withText: boolean,
  withCards: boolean
): ArchiveFile[] {
  const settings = scriptSettings(stats, choice)
  const method = choice.method === 'pretrain' ? 'lora' : choice.method
  const tuned = planTraining(stats, { ...choice, method })
  const pretrain = planTraining(stats, { ...choice, method: 'pretrain' })
  return [
    { path: 'train.sh', text: [fillScript(trainSh, settings)], program: true },
    { path: 'train.ps1', text: [fillScript(trainPs1, settings)] },
    { path: 'finetune.yaml', text: [finetuneYaml(tuned, promptStyleFor(wish))] },
    ...(withText ? [{ path: 'pretrain.yaml', text: [pretrainYaml(pretrain)] }] : []),
    { path: 'Modelfile', text: [modelfileText(promptStyleFor(wish))] },
    ...(withCards ? [{ path: 'evaluate.py', text: [evaluatePy] }] : []),
    { path: 'requirements.txt', text: [requirementsText] }
  ]
}
