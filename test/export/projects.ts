import { readFileSync } from 'node:fs'
import type { Card, Compilation, Settings, SourceFile } from '../../src/document/model.ts'
import type { ExportContext, ExportInput } from '../../src/export/contract.ts'
import { compile } from '../../src/laegna.ts'
import { cleanHtml } from '../../src/render/clean-text.ts'

/** What exporters are given beside the project; the clock is there to show that nobody reads it. */
export const context: ExportContext = { now: new Date(0), seed: 1 }

/** A project of these files, compiled. */
export function project(
  files: SourceFile[],
  settings: Partial<Settings> = {},
  name = 'Project'
): ExportInput {
  return { name, files, settings, compilation: compile(files, settings) }
}

/** The document that the first visitor finds open. */
export function seedExample(): ExportInput {
  const path = new URL('../../src/examples/seed-example.md', import.meta.url)
  return project(
    [{ path: 'seed-example.md', text: readFileSync(path, 'utf8') }],
    {},
    'Seed example'
  )
}

/** A project of one file: chapters `## Chapter 1 …`, each with some paragraphs and cards. */
export function book(
  chapters: number,
  cards: number,
  settings: Partial<Settings> = {}
): ExportInput {
  const parts = Array.from({ length: chapters }, (_, chapter) => {
    const pairs = Array.from(
      { length: cards },
      (_, card) =>
        `[/Q]What is *fact ${card + 1}* of part ${chapter + 1}?[Q/]\n[/A]It is \`${chapter + 1}.${card + 1}\`.[A/]\n`
    )
    return `# Part ${chapter + 1}\n\nPart ${chapter + 1} says this & that <there>.\n\n${pairs.join('\n')}`
  })
  return project([{ path: 'shelf/book.md', text: parts.join('\n') }], settings, 'Book')
}

/** A compilation of cards alone, for texts that no document would hold. */
export function cardsOnly(cards: Partial<Card>[]): ExportInput {
  const compilation: Compilation = {
    files: [
      { path: 'a.md', fileId: 'a', title: 'a', tree: [], tagCount: 1, spans: [], literalTags: [] }
    ],
    blocks: [],
    chapters: [],
    cards: cards.map((card) => ({
      kind: 'basic' as const,
      fileId: 'a',
      path: 'a.md',
      chapterId: '1',
      chapterTree: ['Chapter'],
      line: 1,
      endLine: 1,
      question: 'Question?',
      answer: 'Answer',
      deck: 'Deck',
      tags: ['tag'],
      ...card,
      questionHtml: compiled(card.questionHtml ?? card.question ?? 'Question?'),
      answerHtml: compiled(card.answerHtml ?? card.answer ?? 'Answer')
    })),
    diagnostics: []
  }
  return { name: 'Cards', files: [{ path: 'a.md', text: '' }], compilation }
}

/** HTML as a card has it when it was compiled. */
function compiled(html: string): string {
  return cleanHtml(html.replace(/\r\n?/g, '\n').trim())
}
