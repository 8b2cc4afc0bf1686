import type { Yaml } from 'mdast'
import { DocumentParser } from '../markdown/reading/document-parser.ts'
import type { Toml } from '../markdown/tree/nodes.ts'
import { readSections } from './sections/chapters.ts'
import { tagProblems } from './sections/cut-pairs.ts'
import { deckLines } from './cards/deck-lines.ts'
import { commentProblems } from './problems/comment-problems.ts'
import { collectDefinitions } from './items/definitions.ts'
import { readEmbeds } from './items/embeds.ts'
import { misplacedHeader, readFrontMatter } from './header/front-matter.ts'
import type { SourceFile } from './model.ts'
import { type Notes, withoutExtension, type Document } from './document.ts'
import { swallowedTags } from './problems/swallowed-tags.ts'

/**
 * Parses a file and reads its tags. Any text is read; trouble in it is in `problems`. A byte order
 * mark does not count: offsets begin after it. With the parser that read an earlier state of the
 * file, only what changed is parsed; the earlier document is void then. It knows whether note syntax is read.
 * With `notes`, what other files are embedded is found; without, embeds are words.
 */
export function readDocument(
  file: SourceFile,
  parser = new DocumentParser(),
  notes?: Notes
): Document {
  const { header, ...document } = readQuietly(file, parser, true)
  const { text, blocks, sections, noteSyntax } = document
  const found = [
    ...deckLines(text, sections, header),
    ...swallowedTags(text, sections, noteSyntax),
    ...(noteSyntax ? commentProblems(text, blocks) : []),
    ...tagProblems(text, sections, noteSyntax)
  ]
  for (const one of found) document.problems.push(one)
  if (!notes) return document
  const { embeds, problems: troubles } = readEmbeds(document, notes)
  return { ...document, embeds, problems: [...document.problems, ...troubles] }
}

/** The same for who shows it, and asks for no problems: those of the text are not looked for. */
export function readToShow(file: SourceFile, parser: DocumentParser, notes?: Notes): Document {
  const document = readQuietly(file, parser)
  return notes ? { ...document, embeds: readEmbeds(document, notes).embeds } : document
}

/** The same without what it embeds; `asksForProblems` also looks for those of the text that its chapters tell. */
export function readQuietly(
  { path, text: source }: SourceFile,
  parser = new DocumentParser(),
  asksForProblems = false
): Document & { header: Yaml | Toml | undefined } {
  const text = source.replace(/^\ufeff+/, '')
  const { root, marks } = parser.parse(text)
  const [first] = root.children
  const header = first?.type === 'yaml' || first?.type === 'toml' ? first : undefined
  const { frontMatter, problems } = header
    ? readFrontMatter(header, text)
    : { frontMatter: { tags: [] }, problems: misplacedHeader(text) }
  const title = frontMatter.title ?? nameOf(path)
  const blocks = header ? root.children.slice(1) : root.children
  return {
    path,
    text,
    noteSyntax: parser.noteSyntax,
    title,
    frontMatter,
    header,
    blocks,
    marks,
    definitions: collectDefinitions(root),
    sections: readSections(text, blocks, title, asksForProblems),
    embeds: new Map(),
    problems
  }
}

function nameOf(path: string): string {
  return withoutExtension(path.slice(path.lastIndexOf('/') + 1))
}
