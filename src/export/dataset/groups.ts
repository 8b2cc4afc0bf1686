import { sha256Hex } from '../sha256-hex.ts'

/** A group of items that stays together. */
export interface Group {
  key: string
  /** What its hash is taken of, where not of its key. */
  name?: string
  /** Records that it holds. */
  size: number
  /** It cannot validate. */
  barred?: boolean
  /** It holds titles only, so there is nothing in it to learn or to check with. */
  idle?: boolean
}

export interface PickWish {
  seed: number
  /** Share of records to validate with. */
  fraction: number
  /** Beyond this share of all records no group may validate, nor all picked together. */
  most: number
  /** Titles alone may validate, or be all to train on: for want of anything else. */
  evenIdle?: boolean
}

/**
 * The groups to validate with, nothing where none is small enough or no other holds anything to learn. Whether a group is picked hangs
 * on its own hash alone, so that groups that come or go do not move it; only where no hash falls
 * into the share the one with the lowest is taken, and where too many do the highest are let go.
 */
export function pickGroups(groups: Group[], wish: PickWish): Set<string> | undefined {
  if (groups.length < 2) return undefined
  const limit = Math.max(wish.most, wish.fraction) * groups.reduce((sum, { size }) => sum + size, 0)
  const hashed = groups
    .filter(({ size, barred, idle }) => !barred && (wish.evenIdle || !idle) && size <= limit)
    .map((group) => ({
      ...group,
      hash: sha256Hex(JSON.stringify([wish.seed, group.name ?? group.key]))
    }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const picked = new Set<string>()
  let count = 0
  for (const { key, size, hash } of hashed) {
    const wanted = parseInt(hash.slice(0, 8), 16) / 2 ** 32 < wish.fraction || picked.size === 0
    if (!wanted || count + size > limit) break
    picked.add(key)
    count += size
  }
  const isLeft = groups.some(({ key, idle }) => (wish.evenIdle || !idle) && !picked.has(key))
  return picked.size > 0 && isLeft ? picked : undefined
}
