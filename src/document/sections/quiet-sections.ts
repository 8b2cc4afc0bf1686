import type { RootContent } from 'mdast'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { Title } from '../../render/titles.ts'
import type { BlockItem, BlockKind } from '../model.ts'

/** Of a section in which no tag, comment, link to a note or problem stands: what was read of it. */
export interface QuietSection {
  title: Title
  /** Of each of its blocks; undefined for one that holds no content. */
  kinds: (BlockKind | undefined)[]
  /** The rows that its blocks with content gave last, in their order. */
  rows: BlockItem[]
}

/** A quiet section as it was: its blocks, and its whole text. */
interface Known extends QuietSection {
  blocks: RootContent[]
  source: string
}

/** By their first block. Blocks that are read again with another text are others. */
const known = new WeakMap<RootContent, Known>()

/** What was read of a section of the same blocks, if that was quiet. */
export function quietSection(
  text: string,
  blocks: RootContent[],
  { start, end }: SourceRange
): QuietSection | undefined {
  const [first] = blocks
  const before = first && known.get(first)
  const isSame =
    before?.blocks.length === blocks.length &&
    before.blocks.every((block, at) => block === blocks[at]) &&
    before.source === text.slice(start, end)
  return isSame ? before : undefined
}

/** Remembers that a section is quiet, and what its blocks give. */
export function rememberQuiet(
  text: string,
  blocks: RootContent[],
  { start, end }: SourceRange,
  read: Pick<QuietSection, 'title' | 'kinds'>
): QuietSection {
  const section: Known = { ...read, rows: [], blocks, source: text.slice(start, end) }
  const [first] = blocks
  if (first) known.set(first, section)
  return section
}
