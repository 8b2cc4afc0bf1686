import type { FileCompilation } from './compile-file.ts'
import type { Compilation, Diagnostic } from './model.ts'

/** What one file of a project gave. */
export interface CompilationPart<Problem = Diagnostic> extends Omit<
  FileCompilation,
  'asksForMedia' | 'diagnostics'
> {
  diagnostics: Problem[]
}

/** What the files of a project gave, put together in their order. */
export function joinParts<Problem>(
  parts: Iterable<CompilationPart<Problem>>
): Compilation<Problem> {
  const whole: Compilation<Problem> = {
    files: [],
    blocks: [],
    chapters: [],
    cards: [],
    diagnostics: []
  }
  for (const { file, blocks, chapters, cards, diagnostics } of parts) {
    whole.files.push(file)
    for (const block of blocks) whole.blocks.push(block)
    for (const chapter of chapters) whole.chapters.push(chapter)
    for (const card of cards) whole.cards.push(card)
    for (const diagnostic of diagnostics) whole.diagnostics.push(diagnostic)
  }
  return whole
}
