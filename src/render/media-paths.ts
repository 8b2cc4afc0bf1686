import { closestName } from './closest-name.ts'

/** Paths by what is asked for; undefined where two share it. */
type Index = Map<string, string | undefined>

/**
 * The media of a project, found as authors address them: relative to the file, from the project's
 * root with a leading `/`, or by the end of the path, where that is unique (a bare name anywhere in
 * the project, or `/img/x.png` for `static/img/x.png`).
 */
export class MediaPaths {
  readonly #paths: readonly string[]
  readonly #exact: Set<string>
  readonly #whole: Index = new Map()
  readonly #ends: Index = new Map()

  constructor(paths: readonly string[]) {
    this.#paths = paths
    this.#exact = new Set(paths)
    for (const path of paths) {
      add(this.#whole, keyOf(path), path)
      const levels = keyOf(path).split('/')
      for (let at = 0; at < levels.length; at++) add(this.#ends, levels.slice(at).join('/'), path)
    }
  }

  /** The path in the project that an address in the file at `from` means. */
  find(address: string, from: string): string | undefined {
    if (this.#paths.length === 0) return undefined
    for (const written of spellings(address)) {
      const folder = written.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1)
      const [beside, atRoot] = [resolved(folder + written), resolved(written)]
      if (this.#exact.has(beside)) return beside
      const found =
        this.#whole.get(keyOf(beside)) ??
        this.#whole.get(keyOf(atRoot)) ??
        this.#ends.get(keyOf(atRoot))
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The paths that an address may mean where it means none alone. */
  matches(address: string): string[] {
    const ends = spellings(address).map((written) => keyOf(`/${resolved(written)}`))
    return this.#paths.filter((path) => ends.some((end) => keyOf(`/${path}`).endsWith(end)))
  }

  /** The path whose name is most like the one that was asked for, if any is like it at all. */
  closest(address: string): string | undefined {
    return closestName(spellings(address)[0] ?? address, this.#paths)
  }
}

/** An address with `%20` and the like read, then as it stands; then without what follows `?` or `#`. */
function spellings(address: string): string[] {
  const bare = address.replace(/[?#].*$/, '')
  const paths = [decoded(address), address, decoded(bare), bare]
  return [...new Set(paths.map((path) => path.replaceAll('\\', '/')))].filter((path) => path !== '')
}

/** As it was before it became an address. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Without `.`, `..` and empty levels; what leads out of the project stays at its root. */
export function resolved(path: string): string {
  const levels: string[] = []
  for (const level of path.split('/')) {
    if (level === '..') levels.pop()
    else if (level !== '' && level !== '.') levels.push(level)
  }
  return levels.join('/')
}

/** Systems differ in how they write é and whether they tell A from a. */
export function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function add(index: Index, key: string, path: string): void {
  index.set(key, index.has(key) && index.get(key) !== path ? undefined : path)
}
