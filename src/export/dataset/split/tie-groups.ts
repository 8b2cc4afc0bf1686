import type { Group } from '../items/groups.ts'

/** Tied together groups may hold at most this share of all records: larger ones could not validate. */
const MOST = 1 / 3

/**
 * Ties groups that share a paragraph, so that it stands on one side. Rare paragraphs come first; one
 * that would tie too much together, as a licence in every chapter, ties nothing: it is left out of
 * what validates later. `paragraphs` are the keys of each group's, by its key. Gives the groups, tied
 * ones as one, and for each of these the keys of its members.
 */
export function tieGroups(
  groups: Group[],
  paragraphs: ReadonlyMap<string, ReadonlySet<number>>
): { groups: Group[]; members: Map<string, string[]> } {
  const most = MOST * groups.reduce((sum, { size }) => sum + size, 0)
  const heads = groups.map((_, at) => at)
  const sizes = groups.map(({ size }) => size)
  const headOf = (at: number): number => {
    let head = at
    while (heads[head] !== head) head = heads[head] = heads[heads[head] ?? head] ?? head
    return head
  }
  for (const { places } of sharedBy(groups, paragraphs)) {
    const tied = [...new Set(places.map(headOf))]
    const size = tied.reduce((sum, head) => sum + (sizes[head] ?? 0), 0)
    const [first, ...others] = tied
    if (first === undefined || size > most) continue
    for (const other of others) heads[other] = first
    sizes[first] = size
  }
  const together = new Map<number, Group[]>()
  groups.forEach((group, at) => {
    const members = together.get(headOf(at))
    if (members) members.push(group)
    else together.set(headOf(at), [group])
  })
  const members = new Map<string, string[]>()
  const result = [...together.values()].map((some) => {
    const group = united(some)
    members.set(
      group.key,
      some.map(({ key }) => key)
    )
    return group
  })
  return { groups: result, members }
}

/** Paragraphs that several groups hold, with the places of these, the rarest first. */
function sharedBy(groups: Group[], paragraphs: ReadonlyMap<string, ReadonlySet<number>>) {
  const first = new Map<number, number>()
  const shared = new Map<number, number[]>()
  groups.forEach(({ key }, at) => {
    for (const paragraph of paragraphs.get(key) ?? []) {
      const known = first.get(paragraph)
      if (known === undefined) first.set(paragraph, at)
      else {
        const places = shared.get(paragraph)
        if (places) places.push(at)
        else shared.set(paragraph, [known, at])
      }
    }
  })
  return [...shared]
    .map(([paragraph, places]) => ({ paragraph, places }))
    .sort((a, b) => a.places.length - b.places.length || a.paragraph - b.paragraph)
}

/** Called as the one of them that comes first by name: others may come or go and it stays. */
function united(groups: Group[]): Group {
  const name = ({ name, key }: Group) => name ?? key
  const first = groups.reduce((one, other) => (name(other) < name(one) ? other : one))
  return {
    ...first,
    size: groups.reduce((sum, { size }) => sum + size, 0),
    cards: groups.reduce((sum, { cards = 0 }) => sum + cards, 0),
    barred: groups.some(({ barred }) => barred),
    idle: groups.every(({ idle }) => idle)
  }
}
