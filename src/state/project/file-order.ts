/**
 * The paths with files or folders (`moving`, in their order) one place up (-1) or down (1), each among
 * those beside it; they keep their order, so behind one that cannot move the next stays, too.
 */
export function stepPaths(paths: string[], moving: string[], by: 1 | -1): string[] {
  const order = by < 0 ? moving : moving.toReversed()
  const together = new Set(moving)
  return order.reduce((now, path) => stepPath(now, path, by, together), paths)
}

function stepPath(
  paths: string[],
  path: string,
  by: 1 | -1,
  together: ReadonlySet<string>
): string[] {
  const parent = path.slice(0, path.lastIndexOf('/') + 1)
  const units = new Map<string, string[]>()
  for (const other of paths) {
    if (!other.startsWith(parent)) continue
    const unit = parent + (other.slice(parent.length).split('/', 1)[0] ?? '')
    const inUnit = units.get(unit)
    if (inUnit) inUnit.push(other)
    else units.set(unit, [other])
  }
  const names = [...units.keys()]
  const from = names.indexOf(path)
  const beside = names[from + by]
  if (from < 0 || beside === undefined || together.has(beside)) return paths
  const order = names.toSpliced(from, 1).toSpliced(from + by, 0, path)
  const moved = order.flatMap((name) => units.get(name) ?? [])
  return paths.map((other) => (other.startsWith(parent) ? (moved.shift() ?? other) : other))
}

/** The paths with some of them, in this order, before or after another, which may be one of them. */
export function placePaths(
  paths: string[],
  moved: string[],
  beside: string,
  after: boolean
): string[] {
  const gone = new Set(moved)
  const cut = paths.indexOf(beside) + (after ? 1 : 0)
  const others = (part: string[]) => part.filter((other) => !gone.has(other))
  return [...others(paths.slice(0, cut)), ...moved, ...others(paths.slice(cut))]
}

/** These files, with a folder in place of all its files where all of them are among these. */
export function wholeFolders(paths: string[], files: string[]): string[] {
  const chosen = new Set(files)
  const split = new Set(paths.filter((path) => !chosen.has(path)).flatMap(foldersOf))
  const units = files.map((path) => foldersOf(path).find((folder) => !split.has(folder)) ?? path)
  return [...new Set(units)]
}

/** `a/b/c.md` gives `a` and `a/b`, the outermost first. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
