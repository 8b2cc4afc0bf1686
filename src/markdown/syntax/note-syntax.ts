import type { Extension } from 'micromark-util-types'
import type { ReadOptions } from '../reading/read-options.ts'
import { blockName } from './block-name.ts'
import { commentBlocks } from './comment-blocks.ts'
import { commentFlow } from './comment-flow.ts'
import { commentText } from './comment-text.ts'
import { highlightText } from './highlight.ts'
import { inlineFootnote } from './inline-footnote.ts'
import { outlineFlow } from './outline-flow.ts'
import { outlineLines } from './outline-lines.ts'
import { outlineText } from './outline-text.ts'
import { noteLinks } from './wiki-link.ts'

const percent = 37
const caret = 94

/**
 * What programs for notes, Obsidian first of all, add to Markdown (N2): a construct a file beside this
 * one, each of which the setting `noteSyntax` leaves out. Their nodes are made in `note-nodes.ts`. Comments
 * look ahead in the whole `text`.
 */
export function noteConstructs(
  text: string,
  { isPiece, meetOpen }: Required<ReadOptions>
): Extension[] {
  return [
    highlightText,
    noteLinks,
    outlineText(text),
    { flow: { null: outlineFlow(outlineLines(text)) } },
    {
      flow: { [percent]: commentFlow(commentBlocks(text, isPiece), meetOpen) },
      text: { [percent]: commentText, [caret]: [blockName, inlineFootnote] }
    }
  ]
}
