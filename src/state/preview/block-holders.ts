import { blockIdsIn } from '../../laegna.ts'

/** Finds the texts of a project that hold blocks of Logseq, reading each text once as long as it stays. */
export class BlockHolders {
  readonly #idsIn = new Map<string, { text: string; ids: Set<string> }>()

  /** Paths of the first texts that hold each of some ids, among those that `textOf` gives. */
  of(ids: readonly string[], paths: readonly string[], textOf: (path: string) => string): string[] {
    if (ids.length === 0) return []
    return [
      ...new Set(ids.map((id) => paths.find((path) => this.#read(path, textOf(path)).has(id))))
    ].filter((path) => path !== undefined)
  }

  #read(path: string, text: string): Set<string> {
    const known = this.#idsIn.get(path)
    if (known?.text === text) return known.ids
    const ids = new Set(blockIdsIn(text))
    this.#idsIn.set(path, { text, ids })
    return ids
  }
}
