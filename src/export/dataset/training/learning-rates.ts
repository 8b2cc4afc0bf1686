import type { Method } from './training.ts'

/** Highest learning rate of each method. */
export const LEARNING_RATE: Record<Method, number> = {
  lora: 0.0003,
  qlora: 0.0003,
  full: 0.00005,
  pretrain: 0.0001
}
