import type { Method, Model, TrainingChoice, TrainingNumbers } from './training.ts'

/** Bytes for each parameter: weights, and for full training gradients and AdamW's two averages. */
const WEIGHT_BYTES: Record<Method, number> = { lora: 2.1, qlora: 0.8, full: 8, pretrain: 8 }

/** Of a model that is not in the list. */
const USUAL_MILLIONS = 1000

/**
 * Gigabytes for each device, a rule of thumb: weights, then what the layers keep for one batch
 * (34 bytes × tokens × width × layers, and width × layers is about 1.45 × √parameters in the listed
 * models), the scores over the vocabulary, and half a gigabyte for the rest.
 */
export function memoryGb(
  choice: TrainingChoice,
  model: Model | undefined,
  numbers: Pick<TrainingNumbers, 'microBatch' | 'maxSeqLength' | 'precision'>
): number {
  const parameters = (model?.millions ?? USUAL_MILLIONS) * 1e6
  const widen = numbers.precision === '32-true' ? 2 : 1
  const sharded = choice.method === 'full' || choice.method === 'pretrain'
  const share = sharded ? choice.devices * choice.nodes : 1
  const weights = (parameters * WEIGHT_BYTES[choice.method] * widen) / share
  const tokens = numbers.microBatch * numbers.maxSeqLength
  const kept = tokens * 34 * 1.45 * Math.sqrt(parameters) * widen
  const scores = tokens * 50_000 * 6
  return Math.round(((weights + kept + scores) / 1e9 + 0.5) * 10) / 10
}
