import { compile } from '../../document/compile.ts'
import type { BlockItem, Chapter, ChapterItem } from '../../document/model.ts'
import type { ExportInput } from '../exporter.ts'

/** What one file's chapters hold when each is taken alone, captured or not, in document order. */
export interface FileSections {
  /** Own texts, without those of the chapters below. */
  chapters: ChapterItem[]
  /** All blocks, with the numbers that captured ones have. */
  blocks: BlockItem[]
}

/**
 * The parts of captured chapters: what a compilation does not tell, because it gives a chapter's
 * text in one piece. A file is read again when it is first asked for.
 */
export class Sections {
  readonly #input: ExportInput
  readonly #texts: Map<string, string>
  readonly #read = new Map<string, FileSections>()
  readonly #below = new Map<string, Map<string, string[]>>()

  constructor(input: ExportInput) {
    this.#input = input
    this.#texts = new Map(input.files.map(({ path, text }) => [path, text]))
  }

  /** Whether an item of a chapter holds the chapters below it. */
  get areRegions(): boolean {
    return this.#input.settings?.chapterContent !== 'own'
  }

  /** Whether questions and answers stand in the text around them, too. */
  get holdQuestions(): boolean {
    return this.#input.settings?.questionsInContent !== false
  }

  of(path: string): FileSections {
    const known = this.#read.get(path)
    if (known) return known
    const text = this.#texts.get(path) ?? ''
    const settings = { ...this.#input.settings, capture: 'all', chapterContent: 'own' } as const
    const { chapters, blocks } = compile([{ path, text }], settings)
    const read = { chapters, blocks }
    this.#read.set(path, read)
    return read
  }

  /** Ids of the chapters whose text an item of this chapter holds, in document order. */
  region(path: string, chapterId: string): string[] {
    if (!this.areRegions) return [chapterId]
    const below = this.#below.get(path) ?? this.#readTree(path)
    return below.get(chapterId) ?? [chapterId]
  }

  #readTree(path: string): Map<string, string[]> {
    const below = new Map<string, string[]>()
    const visit = ({ id, children }: Chapter): string[] => {
      const ids = [id, ...children.flatMap(visit)]
      below.set(id, ids)
      return ids
    }
    this.#input.compilation.files.find((file) => file.path === path)?.tree.forEach(visit)
    this.#below.set(path, below)
    return below
  }
}
