import type { RootContent } from 'mdast'
import { textEnding } from '../markdown/text-endings.ts'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import type { Section } from './sections/chapters.ts'
import type { Definitions } from './items/definitions.ts'
import type { Problem } from './problems/diagnostics.ts'
import type { FrontMatter } from './header/front-matter.ts'
import type { Settings } from './model.ts'

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

/** What a file may ask of the other texts of its project. */
export interface Notes {
  /** The path of the note that `[[note]]` in the file at `from` means. */
  find(note: string, from: string): string | undefined
  /** The path of the note that holds the block with an id of Logseq. */
  findBlock(id: string): string | undefined
  /** That note, read; undefined where it cannot be. */
  read(path: string): Document | undefined
}

/** What an embed `![[Note]]` shows: blocks of a note, and what those embed in turn. */
export interface Passage {
  document: Document
  blocks: RootContent[]
  range: SourceRange
  embeds: Embeds
  notes: Notes
  /** Whether its words stand in a line of the other text (N2): `((id))`. */
  isInline?: boolean
}

/** What the embeds of a text show, by the offset at which each begins. */
export type Embeds = ReadonlyMap<number, Passage>

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
  return path.replace(textEnding, '')
}
