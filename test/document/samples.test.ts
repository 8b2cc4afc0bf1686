import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile, type Chapter, type Compilation } from '../../src/laegna.ts'
import { readSample, sampleNames, samples } from './read-sample.ts'

/*
 * Each folder in test/samples is one case, named after the rule it shows: the Markdown in `*.md`,
 * the settings in `settings.json` and the paths of media in `media.json` if it has any, and what the
 * app must read in `expected.json`.
 * `UPDATE=1 npx vitest run test/document/samples.test.ts` writes the expectations anew; read them.
 */
describe.each(sampleNames)('%s', (name) => {
  it('is read as expected', () => {
    const { files, settings, media } = readSample(name)
    const result = summary(compile(files, settings, media))
    const path = join(samples, name, 'expected.json')
    if (process.env['UPDATE']) writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`)
    expect(result).toEqual(JSON.parse(readFileSync(path, 'utf8')))
  })
})

/** What a reviewer needs to see, a line an item where that is possible. */
function summary({ files, blocks, chapters, cards, diagnostics }: Compilation) {
  return {
    files: files.map(({ path, fileId, title, tree }) => ({
      path,
      fileId,
      title,
      chapters: tree.flatMap(outline)
    })),
    blocks: blocks.map(({ id, kind, lang, content, chapterId, startLine, endLine }) => ({
      id,
      kind: lang === undefined ? kind : `${kind} ${lang}`,
      chapter: chapterId,
      lines: `${String(startLine)}-${String(endLine)}`,
      content
    })),
    chapters: chapters.map(({ fileId, chapterId, chapterTree, content, startLine, endLine }) => ({
      chapter: `${fileId} ${chapterId}`,
      chapterTree,
      lines: `${String(startLine)}-${String(endLine)}`,
      content
    })),
    cards: cards.map(({ fileId, chapterId, line, ...card }) => ({
      place: `${fileId} ${chapterId} line ${String(line)}`,
      context: card.chapterTree,
      deck: card.deck,
      tags: card.tags.join(' '),
      question: card.question,
      answer: card.answer,
      questionHtml: card.questionHtml,
      answerHtml: card.answerHtml,
      ...(card.gaps && {
        gaps: card.gaps.map(({ number, question, answer }) => `${number}: ${question} → ${answer}`)
      })
    })),
    diagnostics: diagnostics.map(
      ({ file, start, end, severity, code, message, fix }) =>
        `${file}:${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)} ` +
        `${severity} ${code}: ${message}${fix ? ` {${fix.title}}` : ''}`
    )
  }
}

function outline({ id, title, level, startLine, endLine, children }: Chapter): string[] {
  return [
    `${id} ${'#'.repeat(level)} ${title} (${String(startLine)}-${String(endLine)})`,
    ...children.flatMap(outline)
  ]
}
