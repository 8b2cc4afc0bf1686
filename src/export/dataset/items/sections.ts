import { compile } from '../../../document/compile.ts'
import type { BlockItem, Chapter, ChapterItem, Compilation } from '../../../document/model.ts'
import type { ExportInput } from '../../contract.ts'
import { withoutMdxComments } from '../quality/mdx-comments.ts'
import { chapterKey } from '../parts.ts'

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
  /** Chapters that hold their own text alone, by `chapterKey`. */
  readonly #own: ReadonlySet<string>
  readonly #texts: Map<string, string>
  readonly #read = new Map<string, FileSections>()
  #trees: Map<string, Chapter[]> | undefined
  #byPath: Map<string, FileSections> | undefined
  readonly #below = new Map<string, Map<string, string[]>>()
  readonly #names = new Map<string, Map<string, string>>()

  constructor(input: ExportInput, own: ReadonlySet<string> = new Set()) {
    this.#input = input
    this.#own = own
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
    const read = this.#input.settings?.capture === 'all' ? this.#captured(path) : this.#again(path)
    this.#read.set(path, read)
    return read
  }

  /** Where all is captured the blocks are there already, and reading again would take long. */
  #captured(path: string): FileSections {
    this.#byPath ??= groupByPath(this.#input.compilation)
    const { chapters, blocks } = this.#byPath.get(path) ?? { chapters: [], blocks: [] }
    const own = new Map<string, string[]>()
    for (const { chapterId, content } of blocks) {
      const texts = own.get(chapterId)
      if (texts) texts.push(content)
      else own.set(chapterId, [content])
    }
    const alone = chapters.map((chapter) => ({
      ...chapter,
      content: (own.get(chapter.chapterId) ?? []).join('\n\n')
    }))
    return { chapters: alone, blocks }
  }

  #again(path: string): FileSections {
    const text = this.#texts.get(path) ?? ''
    const settings = { ...this.#input.settings, capture: 'all', chapterContent: 'own' } as const
    const { chapters, blocks } = withoutMdxComments(compile([{ path, text }], settings))
    return { chapters, blocks }
  }

  /** Ids of the chapters whose text an item of this chapter holds, in document order. */
  region(path: string, chapterId: string): string[] {
    if (!this.areRegions || this.#own.has(chapterKey(path, chapterId))) return [chapterId]
    const below = this.#below.get(path) ?? this.#readTree(path)
    return below.get(chapterId) ?? [chapterId]
  }

  /** The titles down to a chapter as one text, told from siblings of the same title by a number. */
  nameOf(path: string, chapterId: string): string | undefined {
    const names = this.#names.get(path) ?? this.#readNames(path)
    return names.get(chapterId)
  }

  #readNames(path: string): Map<string, string> {
    const names = new Map<string, string>()
    const visit = (chapters: Chapter[], above: string[]) => {
      const seen = new Map<string, number>()
      for (const { id, title, children } of chapters) {
        const count = (seen.get(title) ?? 0) + 1
        seen.set(title, count)
        const name = [...above, count === 1 ? title : `${title} ${count}`]
        names.set(id, JSON.stringify(name))
        visit(children, name)
      }
    }
    visit(this.#treeOf(path), [])
    this.#names.set(path, names)
    return names
  }

  #treeOf(path: string): Chapter[] {
    this.#trees ??= new Map(this.#input.compilation.files.map((file) => [file.path, file.tree]))
    return this.#trees.get(path) ?? []
  }

  #readTree(path: string): Map<string, string[]> {
    const below = new Map<string, string[]>()
    const visit = ({ id, children }: Chapter): string[] => {
      const ids = [id, ...children.flatMap(visit)]
      below.set(id, ids)
      return ids
    }
    this.#treeOf(path).forEach(visit)
    this.#below.set(path, below)
    return below
  }
}

function groupByPath({ chapters, blocks }: Compilation): Map<string, FileSections> {
  const files = new Map<string, FileSections>()
  const of = (path: string): FileSections => {
    const file = files.get(path) ?? { chapters: [], blocks: [] }
    files.set(path, file)
    return file
  }
  for (const chapter of chapters) of(chapter.path).chapters.push(chapter)
  for (const block of blocks) of(block.path).blocks.push(block)
  return files
}
