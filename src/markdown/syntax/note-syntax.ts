import { codes } from 'micromark-util-symbol'
import type { Extension } from 'micromark-util-types'
import { blockName } from './block-name.ts'
import { commentFlow } from './comment-flow.ts'
import { commentText } from './comment-text.ts'
import { highlightText } from './highlight.ts'
import { inlineFootnote } from './inline-footnote.ts'
import { outlineFlow } from './outline-flow.ts'
import { outlineText } from './outline-text.ts'
import { noteLinks } from './wiki-link.ts'

/**
 * What programs for notes, Obsidian first of all, add to Markdown (N2): a construct a file beside this
 * one, each of which the setting `noteSyntax` leaves out. Their nodes are made in `note-nodes.ts`.
 */
export const noteConstructs: Extension[] = [
  highlightText,
  noteLinks,
  outlineText,
  { flow: { null: outlineFlow } },
  {
    flow: { [codes.percentSign]: commentFlow },
    text: { [codes.percentSign]: commentText, [codes.caret]: [blockName, inlineFootnote] }
  }
]
