import type { Sample } from '../records/record.ts'
import { textOf } from '../items/items.ts'
import { findNearDuplicates } from './near-duplicates.ts'
import { teaches } from '../items/teaching.ts'

/**
 * Leaves out what validates and says nearly the same as what is trained on: it would show memory for
 * understanding. Where that would leave nothing to validate with, the likenesses in training go.
 */
export function removeLeaks(samples: Sample[]): {
  samples: Sample[]
  left: { id: string; like: string }[]
} {
  const train = samples.filter(({ item }) => item.split === 'train')
  const validation = samples.filter(({ item }) => item.split === 'validation')
  for (const [some, others] of [
    [validation, train],
    [train, validation]
  ] as const) {
    const { left } = without(some, others)
    const ids = new Set(left.map(({ id }) => id))
    if (some.some((sample) => teaches(sample) && !ids.has(sample.item.id))) {
      return kept(samples, left)
    }
  }
  return { samples, left: [] }
}

function without(samples: Sample[], others: Sample[]) {
  const texts = (list: Sample[]) => list.map(({ item }) => textOf(item))
  const found = findNearDuplicates(texts(others), texts(samples))
  const left = samples.flatMap(({ item }, at) => {
    const like = others[found[at] ?? -1]
    return like ? [{ id: item.id, like: like.item.id }] : []
  })
  return { left }
}

function kept(samples: Sample[], left: { id: string; like: string }[]) {
  const ids = new Set(left.map(({ id }) => id))
  return { samples: samples.filter(({ item }) => !ids.has(item.id)), left }
}
