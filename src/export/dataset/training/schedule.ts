/**
 * The arithmetic of LitGPT's steps. train.sh and train.ps1 do the same again, because the person may
 * change DEVICES or EPOCHS when the script runs; a test holds all of them equal. Whole numbers only.
 */

export interface FinetuneWish {
  /** Records to train on. */
  items: number
  devices: number
  nodes: number
  epochs: number
  micro: number
  global: number
}

export interface PretrainWish extends Omit<FinetuneWish, 'items'> {
  /** Tokens of the training text. */
  tokens: number
  /** Tokens of one sequence. */
  length: number
}

export interface Schedule {
  epochs: number
  micro: number
  global: number
  steps: number
  warmup: number
  /** Pretraining only, else 0. */
  maxTokens: number
}

/**
 * LitGPT makes epochs × (batches // accumulation) steps and exits with 0 when that is none; warmup
 * must be neither 0 nor all steps, which divides by zero. So: at least 2 steps, and warmup between.
 */
export function finetuneSchedule(wish: FinetuneWish): Schedule {
  const world = wish.devices * wish.nodes
  const each = Math.max(1, Math.ceil(wish.items / world))
  const micro = Math.min(wish.micro, each)
  const batches = Math.ceil(each / micro)
  let accumulate = Math.max(1, Math.floor(wish.global / (world * micro)))
  let epochs = wish.epochs
  if (epochs * Math.floor(batches / accumulate) < 2) accumulate = 1
  if (epochs * batches < 2) epochs = 2
  const steps = epochs * Math.floor(batches / accumulate)
  const global = accumulate * micro * world
  return { epochs, micro, global, steps, warmup: warmupOf(steps), maxTokens: 0 }
}

/** Pretraining ignores epochs and stops by tokens; LitGPT's own defaults are for trillions of them. */
export function pretrainSchedule(wish: PretrainWish): Schedule {
  const world = wish.devices * wish.nodes
  const accumulate = Math.max(1, Math.floor(wish.global / (world * wish.micro)))
  const global = accumulate * wish.micro * world
  const maxTokens = Math.max(wish.epochs * wish.tokens, 2 * global * wish.length)
  const iterations = Math.floor(Math.floor(maxTokens / world) / (wish.micro * wish.length))
  const steps = Math.floor(iterations / accumulate)
  const { epochs, micro } = wish
  return { epochs, micro, global, steps, warmup: warmupOf(steps), maxTokens }
}

function warmupOf(steps: number): number {
  return Math.min(Math.max(1, Math.floor(steps / 10)), 100)
}
