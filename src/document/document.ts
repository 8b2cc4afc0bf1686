import type { RootContent } from 'mdast'
import type { SourceRange } from '../markdown/container-marks.ts'
import { DocumentParser } from '../markdown/document-parser.ts'
import { readSections, type Section } from './chapters.ts'
import { tagProblems } from './cut-pairs.ts'
import { deckLines } from './deck-lines.ts'
import { collectDefinitions, type Definitions } from './definitions.ts'
import type { Problem } from './diagnostics.ts'
import { readEmbeds, type Embeds } from './embeds.ts'
import { misplacedHeader, readFrontMatter, type FrontMatter } from './front-matter.ts'
import type { Settings, SourceFile } from './model.ts'
import { openComments } from './open-comments.ts'
import type { Notes } from './project-notes.ts'
import { swallowedTags } from './swallowed-tags.ts'

/** One file, read: the tree and what its tags say, whatever the other settings. */
export interface Document {
  path: string
  text: string
  /** Whether the constructs of programs for notes were read (N2). */
  noteSyntax: boolean
  title: string
  frontMatter: FrontMatter
  blocks: RootContent[]
  marks: SourceRange[]
  definitions: Definitions
  /** Every stretch of text between headings; the first may hold no block and is no chapter then. */
  sections: Section[]
  /** What its embeds show (N2). */
  embeds: Embeds
  problems: Problem[]
}

/**
 * Parses a file and reads its tags. Any text is read; trouble in it is in `problems`. A byte order
 * mark does not count: offsets begin after it. With the parser that read an earlier state of the
 * file, only what changed is parsed; the earlier document is void then. It knows whether note syntax is read.
 * With `notes`, what other files are embedded is found; without, embeds are words.
 */
export function readDocument(
  { path, text: source }: SourceFile,
  parser = new DocumentParser(),
  notes?: Notes
): Document {
  const text = source.replace(/^\ufeff+/, '')
  const { noteSyntax } = parser
  const { root, marks } = parser.parse(text)
  const [first] = root.children
  const header = first?.type === 'yaml' || first?.type === 'toml' ? first : undefined
  const { frontMatter, problems } = header
    ? readFrontMatter(header, text)
    : { frontMatter: { tags: [] }, problems: misplacedHeader(text) }
  const title = frontMatter.title ?? nameOf(path)
  const blocks = header ? root.children.slice(1) : root.children
  const sections = readSections(text, blocks, title)
  const document: Document = {
    path,
    text,
    noteSyntax,
    title,
    frontMatter,
    blocks,
    marks,
    definitions: collectDefinitions(root),
    sections,
    embeds: new Map(),
    problems: [
      ...problems,
      ...deckLines(text, blocks, header),
      ...swallowedTags(text, blocks, noteSyntax),
      ...(noteSyntax ? openComments(text, blocks) : []),
      ...tagProblems(text, sections, noteSyntax)
    ]
  }
  if (!notes) return document
  const { embeds, problems: troubles } = readEmbeds(document, notes)
  return { ...document, embeds, problems: [...document.problems, ...troubles] }
}

/** Whether reading failed since things stand in each other too deeply for the stack. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError
}

/** A section is a chapter if it has a heading, or holds a block before the first one (L4.3). */
export function isChapter(section: Section): boolean {
  return section.level > 0 || section.numbered.length > 0
}

/** Whether a reader takes the section: its tag stands there, or everything is captured (L5.2–L5.5). */
export function isCaptured(
  section: Section,
  reader: 'block-reader' | 'chapter-reader',
  { capture }: Settings
): boolean {
  return isChapter(section) && (capture === 'all' || section.marking.readers.has(reader))
}

/** The mark of items that no tag of their chapter asks for. */
export function untaggedBy(
  section: Section,
  reader: 'block-reader' | 'chapter-reader'
): { untagged?: true } {
  return section.marking.readers.has(reader) ? {} : { untagged: true }
}

/** The path without the ending that says Markdown (L5.6). */
export function withoutExtension(path: string): string {
  return path.replace(/\.(?:md|markdown|mdown|mkd|txt)$/i, '')
}

function nameOf(path: string): string {
  return withoutExtension(path.slice(path.lastIndexOf('/') + 1))
}
