import type { RootContent } from 'mdast'
import { offsets } from '../../markdown/tag-places.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import type { Title } from '../../render/titles.ts'
import type { BlockKind } from '../model.ts'

/** Of a section in which no tag, comment, link to a note or problem stands: what was read of it. */
export interface QuietSection {
  title: Title
  /** Of each of its blocks; undefined for one that holds no content. */
  kinds: (BlockKind | undefined)[]
}

/** A quiet section as it was: its blocks, and all that stands around them. */
interface Known extends QuietSection {
  blocks: RootContent[]
  around: string
}

/** By their first block. Blocks that are read again with another text are others. */
const known = new WeakMap<RootContent, Known>()

/** What was read of a section of the same blocks, if that was quiet. */
export function quietSection(
  text: string,
  blocks: RootContent[],
  own: SourceRange
): QuietSection | undefined {
  const [first] = blocks
  const before = first && known.get(first)
  const isSame =
    before?.blocks.length === blocks.length &&
    before.blocks.every((block, at) => block === blocks[at]) &&
    before.around === aroundBlocks(text, blocks, own)
  return isSame ? before : undefined
}

/** Remembers that a section is quiet. */
export function rememberQuiet(
  text: string,
  blocks: RootContent[],
  own: SourceRange,
  section: QuietSection
): void {
  const [first] = blocks
  if (first) known.set(first, { ...section, blocks, around: aroundBlocks(text, blocks, own) })
}

/** The text of a section that stands in none of its blocks. */
function aroundBlocks(text: string, blocks: RootContent[], own: SourceRange): string {
  let around = ''
  let at = own.start
  for (const block of blocks) {
    const { start, end } = offsets(block)
    around += `${text.slice(at, start)}|`
    at = end
  }
  return around + text.slice(at, own.end)
}
