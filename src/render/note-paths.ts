import { textEnding } from '../markdown/text-endings.ts'
import { decoded, keyOf, resolved } from './media-paths.ts'

/**
 * The texts of a project, found as programs for notes find what `[[…]]` names: by the whole path, then
 * beside the note that names it, then by the end of the path, where the shortest counts. Cases and
 * forms of letters count only where both are there, endings only where they are written.
 */
export class NotePaths {
  readonly #exact = new Index()
  /** Whatever the cases and forms of letters. */
  readonly #folded = new Index()

  constructor(paths: readonly string[]) {
    for (const path of paths.toSorted(byLength)) {
      for (const name of [path, path.replace(textEnding, '')]) {
        this.#exact.add(name, path)
        this.#folded.add(keyOf(name), path)
      }
    }
  }

  /** The path of the note that `[[note]]` in the file at `from` means; `''` is that file itself. */
  find(note: string, from: string): string | undefined {
    if (note === '') return from
    for (const written of new Set([note, decoded(note)])) {
      const path = written.replaceAll('\\', '/')
      const [beside, atRoot] = [resolved(folderOf(from) + path), resolved(path)]
      const found = /^\.{1,2}\//.test(path)
        ? this.#whole(beside)
        : path.startsWith('/')
          ? this.#whole(atRoot)
          : (this.#whole(atRoot) ?? this.#whole(beside) ?? this.#end(atRoot))
      if (found !== undefined) return found
    }
    return undefined
  }

  #whole(name: string): string | undefined {
    return this.#exact.whole.get(name) ?? this.#folded.whole.get(keyOf(name))
  }

  #end(name: string): string | undefined {
    return this.#exact.ends.get(name) ?? this.#folded.ends.get(keyOf(name))
  }
}

/** Paths by their names; of those that share one, the first that was added. */
class Index {
  readonly whole = new Map<string, string>()
  readonly ends = new Map<string, string>()

  add(name: string, path: string): void {
    if (!this.whole.has(name)) this.whole.set(name, path)
    const levels = name.split('/')
    for (let at = 0; at < levels.length; at++) {
      const end = levels.slice(at).join('/')
      if (!this.ends.has(end)) this.ends.set(end, path)
    }
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The shortest first; of one length in the order of their letters. */
function byLength(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1)
}
