import type { TextEdit } from '../../laegna.ts'
import type { FileNews } from '../protocol/text-news.ts'

/** A file whose text is put together only when it is asked for. Both are of the moment at which they are asked for. */
export interface TypedFile {
  path: string
  text: () => string
  /** UTF-16 units of it. */
  readonly length: number
}

/** Of more edits than these the text itself is sent. */
const most = 200

/** What of one text was typed since a worker was told of it. */
export class UntoldEdits {
  #edits: TextEdit[][] = []

  /** Takes edits; says no where there are too many, so that the whole text is to be told. */
  add(edits: TextEdit[]): boolean {
    this.#edits.push(edits)
    return this.#edits.length <= most
  }

  /** What is to be told; from now on it counts as told. */
  take({ path, length }: Pick<TypedFile, 'path' | 'length'>): FileNews {
    const edits = this.#edits
    this.#edits = []
    return { path, edits, length }
  }
}
