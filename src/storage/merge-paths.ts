/**
 * The order of files after two tabs have changed it: `theirs`, without what went from `before` to
 * `ours`, and with what came, each behind the file that it stands behind in `ours`.
 */
export function mergePaths(theirs: string[], before: string[], ours: string[]): string[] {
  if (isSame(theirs, before)) return ours
  if (isSame(before, ours)) return theirs
  const known = new Set(before)
  const staying = new Set(ours)
  const merged = theirs.filter((path) => staying.has(path) || !known.has(path))
  const present = new Set(merged)
  ours.forEach((path, at) => {
    if (known.has(path) || present.has(path)) return
    const behind = at === 0 ? -1 : merged.indexOf(ours[at - 1] ?? '')
    merged.splice(at === 0 ? 0 : behind < 0 ? merged.length : behind + 1, 0, path)
    present.add(path)
  })
  return merged
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((path, at) => path === other[at])
}
