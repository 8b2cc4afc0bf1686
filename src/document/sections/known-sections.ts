import type { RootContent } from 'mdast'
import type { Comment } from '../../markdown/tree/comments.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { Replacement } from '../../markdown/tree/wiki-link-sources.ts'
import type { Title } from '../../render/titles.ts'
import type { NumberedBlock } from '../items/blocks.ts'
import type { BlockItem, BlockKind, Chapter, ChapterItem } from '../model.ts'
import type { Problem } from '../problems/diagnostics.ts'

/** What was read of a section in which no tag stands, with the places that all in it has now. */
export interface ReadUntagged {
  title: Title
  /** Of each of its blocks; undefined for one that holds no content. */
  kinds: (BlockKind | undefined)[]
  comments: Comment[]
  links: Replacement[]
  /** Left out where nobody asked for them. */
  problems: Problem[] | undefined
}

/** A section in which no tag stands: what was read of it, and what it gave last. */
export interface KnownSection extends ReadUntagged {
  numbered: NumberedBlock[]
  /** The rows of its blocks with content, each at the index of its block, as long as it links to no notes. */
  rows: BlockItem[]
  /** All of them in a row; they stand where the first of them does. */
  given?: BlockItem[]
  /** Its row, and all sections whose text that holds. */
  chapter?: { item: ChapterItem; of: KnownSection[] }
  /** Its place in the tree. */
  branch?: Chapter
}

/** The same as it was: its blocks, its whole text, and where that began. */
interface Kept extends KnownSection {
  blocks: RootContent[]
  source: string
  start: number
}

/** By their first block. Blocks that are read again with another text are others. */
const kept = new WeakMap<RootContent, Kept>()

/** What was read of a section of the same blocks, if no tag stands in it, at the place where it is now; with its problems, if they are asked for. */
export function knownSection(
  text: string,
  blocks: RootContent[],
  { start, end }: SourceRange,
  asksForProblems: boolean
): KnownSection | undefined {
  const [first] = blocks
  const before = first && kept.get(first)
  const isSame =
    before?.blocks.length === blocks.length &&
    before.blocks.every((block, at) => block === blocks[at]) &&
    before.source === text.slice(start, end)
  if (!isSame || (asksForProblems && !before.problems)) return undefined
  if (start !== before.start) moveTo(before, start)
  return before
}

/** Remembers a section in which no tag stands. */
export function rememberSection(
  text: string,
  blocks: RootContent[],
  { start, end }: SourceRange,
  read: ReadUntagged
): KnownSection {
  const source = text.slice(start, end)
  const section: Kept = { ...read, numbered: [], rows: [], blocks, source, start }
  const [first] = blocks
  if (first) kept.set(first, section)
  return section
}

function moveTo(section: Kept, start: number): void {
  const by = start - section.start
  section.start = start
  // Most hold none of these, and each key may move thousands.
  if (section.comments.length > 0) {
    section.comments = section.comments.map((comment) => moved(comment, by))
  }
  if (section.links.length > 0) section.links = section.links.map((link) => moved(link, by))
  if (section.problems && section.problems.length > 0) {
    section.problems = section.problems.map((problem) => ({
      ...moved(problem, by),
      ...(problem.fix && { fix: moved(problem.fix, by) })
    }))
  }
}

function moved<Range extends SourceRange>(range: Range, by: number): Range {
  return { ...range, start: range.start + by, end: range.end + by }
}
