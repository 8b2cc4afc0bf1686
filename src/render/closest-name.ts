/** Names looked at for one hint: among more of them nobody finds one by its likeness. */
const MOST = 2000

/** The path whose file name is most like that of `wish`; undefined where none is like it. */
export function closestName(wish: string, paths: readonly string[]): string | undefined {
  const wanted = nameOf(wish)
  let best: string | undefined
  // Two names that share less than half of their letter pairs are two names.
  let most = 0.5
  for (const path of paths.slice(0, MOST)) {
    const likeness = similarity(wanted, nameOf(path))
    if (likeness > most) [best, most] = [path, likeness]
  }
  return best
}

function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase()
}

/** Shared pairs of letters, 0 to 1 (Dice); the ending counts little, being like others' anyway. */
function similarity(one: string, other: string): number {
  const [first, second] = [pairs(one), pairs(other)]
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared += 1
  return (2 * shared) / (first.size + second.size)
}

/** At least one: the beginning and the end are letters of their own. */
function pairs(name: string): Set<string> {
  const stem = `^${name.replace(/\.\w+$/, '')}$`
  return new Set(Array.from({ length: stem.length - 1 }, (_, at) => stem.slice(at, at + 2)))
}
