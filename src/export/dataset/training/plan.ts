import { LEARNING_RATE } from './learning-rates.ts'
import { memoryGb } from './memory.ts'
import { findModel } from './models.ts'
import { finetuneSchedule, pretrainSchedule, type Schedule } from './schedule.ts'
import { finetuneSize, globalBatch, pretrainSize, USUAL_BLOCK_SIZE } from './sizes.ts'
import type {
  DatasetStats,
  Model,
  TrainingChoice,
  TrainingNumbers,
  TrainingPlan
} from './training.ts'
import { trainingWarnings } from './warnings.ts'

/** How often a set of this size should be seen to be learned: about 80 steps, 3 to 30 times. */
export function suggestEpochs(stats: DatasetStats): number {
  const wanted = Math.ceil((80 * globalBatch(stats.train)) / Math.max(1, stats.train))
  return Math.min(30, Math.max(3, wanted))
}

/** A choice that works on any computer, to begin with. */
export function defaultChoice(stats: DatasetStats): TrainingChoice {
  return {
    model: 'HuggingFaceTB/SmolLM2-135M',
    method: 'lora',
    accelerator: 'gpu',
    devices: 1,
    nodes: 1,
    epochs: suggestEpochs(stats),
    system: 'linux'
  }
}

/**
 * Computes the numbers of a run, and what to know before it (D5). Whole numbers below 1 or unfit
 * count as 1; a model that is not in the list is taken for one that reads 2,048 tokens at once.
 */
export function planTraining(stats: DatasetStats, wish: TrainingChoice): TrainingPlan {
  const choice = soundChoice(wish)
  const model = findModel(choice.model)
  const numbers =
    choice.method === 'pretrain'
      ? pretrainNumbers(stats, choice, model)
      : finetuneNumbers(stats, choice, model)
  const plan = { choice, model, numbers, warnings: [], stats }
  return { ...plan, warnings: trainingWarnings(plan) }
}

function finetuneNumbers(
  stats: DatasetStats,
  choice: TrainingChoice,
  model: Model | undefined
): TrainingNumbers {
  const size = finetuneSize(stats, model?.blockSize ?? USUAL_BLOCK_SIZE)
  const schedule = finetuneSchedule({ ...choice, ...size, items: stats.train })
  const room = size.length - stats.promptTokens
  const cut = stats.recordTokens.filter((tokens) => tokens > room).length
  return numbersOf(choice, model, schedule, size.length, cut)
}

function pretrainNumbers(
  stats: DatasetStats,
  choice: TrainingChoice,
  model: Model | undefined
): TrainingNumbers {
  const size = pretrainSize(stats, model?.blockSize ?? USUAL_BLOCK_SIZE)
  const schedule = pretrainSchedule({ ...choice, ...size, tokens: stats.textTrainTokens })
  return numbersOf(choice, model, schedule, size.length, 0)
}

function numbersOf(
  choice: TrainingChoice,
  model: Model | undefined,
  schedule: Schedule,
  maxSeqLength: number,
  cut: number
): TrainingNumbers {
  const numbers = {
    epochs: schedule.epochs,
    steps: schedule.steps,
    globalBatch: schedule.global,
    microBatch: schedule.micro,
    warmup: schedule.warmup,
    maxSeqLength,
    maxTokens: schedule.maxTokens,
    learningRate: LEARNING_RATE[choice.method],
    precision: choice.accelerator === 'cpu' ? '32-true' : 'bf16-true',
    cut
  }
  return { ...numbers, memoryGb: memoryGb(choice, model, numbers) }
}

function soundChoice(choice: TrainingChoice): TrainingChoice {
  const whole = (value: number): number => Math.max(1, Math.floor(value) || 1)
  return {
    ...choice,
    devices: choice.accelerator === 'cpu' ? 1 : whole(choice.devices),
    nodes: whole(choice.nodes),
    epochs: whole(choice.epochs)
  }
}
