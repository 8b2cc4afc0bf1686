import type { FileCompilation } from './compile-file.ts'
import type { Compilation } from './model.ts'

/** What one file of a project gave. */
export type CompilationPart = Omit<FileCompilation, 'asksForMedia'>

/** What the files of a project gave, put together in their order. */
export function joinParts(parts: Iterable<CompilationPart>): Compilation {
  const whole: Compilation = { files: [], blocks: [], chapters: [], cards: [], diagnostics: [] }
  for (const { file, blocks, chapters, cards, diagnostics } of parts) {
    whole.files.push(file)
    for (const block of blocks) whole.blocks.push(block)
    for (const chapter of chapters) whole.chapters.push(chapter)
    for (const card of cards) whole.cards.push(card)
    for (const diagnostic of diagnostics) whole.diagnostics.push(diagnostic)
  }
  return whole
}
