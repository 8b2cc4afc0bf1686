import { fold } from './filter.ts'

/** Lines of files without case and accents; each file is folded when it is first asked for. */
export class FoldedLines {
  readonly #textOf: (path: string) => string
  readonly #files = new Map<string, { text: string; folded: string; starts: number[] }>()

  constructor(textOf: (path: string) => string) {
    this.#textOf = textOf
  }

  /** From one line to another, both included, counted from 1. */
  between({ path, startLine, endLine }: { path: string; startLine: number; endLine: number }) {
    const { folded, starts } = this.#fileAt(path)
    return folded.slice(starts[startLine - 1] ?? 0, starts[endLine] ?? folded.length)
  }

  #fileAt(path: string) {
    const text = this.#textOf(path)
    const known = this.#files.get(path)
    if (known?.text === text) return known
    const folded = fold(text)
    const starts = [0]
    for (const { index, 0: end } of folded.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
    const file = { text, folded, starts }
    this.#files.set(path, file)
    return file
  }
}
