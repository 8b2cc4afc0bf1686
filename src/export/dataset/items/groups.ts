import { sha256Hex } from '../../shared/sha256-hex.ts'

/** A group of items that stays together. */
export interface Group {
  key: string
  /** What its hash is taken of, where not of its key. */
  name?: string
  /** Records that it holds. */
  size: number
  /** Cards that it holds. */
  cards?: number
  /** Of what file it is: questions to check with are spread over files. */
  file?: string
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
  /** Questions to check with, at least, as far as the other wishes allow. */
  cards?: number
  /** More than half of the questions may go: for want of anything else. */
  evenMostCards?: boolean
  /** Titles alone may validate, or be all to train on: for want of anything else. */
  evenIdle?: boolean
}

/**
 * The groups to validate with, nothing where none is small enough or no other holds anything to learn. Whether a group is picked hangs
 * on its own hash alone, so that groups that come or go do not move it; only where no hash falls
 * into the share the one with the lowest is taken, and where too many do the highest are let go. So it is
 * in each file that is large enough for the share to give one. Where they hold too few questions others
 * that hold some are taken, from the files of which least is taken first.
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
  const questions = new Questions(groups, wish)
  const picked = new Set<string>()
  let count = 0
  const pick = (group: Group) => {
    questions.take(group)
    picked.add(group.key)
    count += group.size
  }
  for (const group of hashed) {
    const { size, hash } = group
    const wanted = parseInt(hash.slice(0, 8), 16) / 2 ** 32 < wish.fraction || picked.size === 0
    if (!wanted || count + size > limit) break
    if (questions.leaveEnough(group)) pick(group)
  }
  for (const some of unheard(groups, hashed, picked, wish.fraction)) {
    const first = some.find((group) => count + group.size <= limit && questions.leaveEnough(group))
    if (first) pick(first)
  }
  const rest = hashed.filter(({ key, cards }) => cards && !picked.has(key))
  for (const { key } of questions.more(rest, limit - count)) picked.add(key)
  const isLeft = groups.some(({ key, idle }) => (wish.evenIdle || !idle) && !picked.has(key))
  return picked.size > 0 && isLeft ? picked : undefined
}

/** Of each file so large that the share gives one of its groups, and none is picked of: what may be picked. */
function unheard(
  groups: Group[],
  pickable: Group[],
  picked: ReadonlySet<string>,
  fraction: number
): Group[][] {
  const counts = new Map<string, number>()
  for (const { file } of groups) if (file) counts.set(file, (counts.get(file) ?? 0) + 1)
  const byFile = new Map<string, Group[]>()
  for (const group of pickable) {
    const { file = '' } = group
    if ((counts.get(file) ?? 0) * fraction < 1) continue
    const some = byFile.get(file)
    if (some) some.push(group)
    else byFile.set(file, [group])
  }
  return [...byFile.values()].filter((some) => !some.some(({ key }) => picked.has(key)))
}

/** The questions to check with: as many as are wanted, from many files, half of all at most. */
class Questions {
  #missing: number
  #left: number
  /** By file. */
  readonly #taken = new Map<string, number>()

  constructor(groups: Group[], { cards: wanted = 0, evenMostCards }: PickWish) {
    this.#missing = wanted
    const all = groups.reduce((sum, { cards = 0 }) => sum + cards, 0)
    this.#left = evenMostCards ? all : all / 2
  }

  /** Whether as many are left to learn from when this group goes. */
  leaveEnough({ cards = 0 }: Group): boolean {
    return cards <= this.#left
  }

  take({ cards = 0, file = '' }: Group): void {
    this.#taken.set(file, this.#takenOf(file) + cards)
    this.#missing -= cards
    this.#left -= cards
  }

  /** Takes what is missing: of the files of which least is taken first. */
  more(groups: Group[], room: number): Group[] {
    const found: Group[] = []
    while (this.#missing > 0) {
      const fitting = groups.filter(
        (group) => !found.includes(group) && group.size <= room && this.leaveEnough(group)
      )
      const [first] = fitting
      if (!first) break
      const next = fitting.reduce(
        (one, other) => (this.#takenOf(other.file) < this.#takenOf(one.file) ? other : one),
        first
      )
      found.push(next)
      room -= next.size
      this.take(next)
    }
    return found
  }

  #takenOf(file = ''): number {
    return this.#taken.get(file) ?? 0
  }
}
