import type { Extension } from 'mdast-util-from-markdown'
import { blockNodes } from './block-nodes.ts'
import { lineNodes } from './line-nodes.ts'
import { outlineNodes } from './outline-nodes.ts'
import { wikiLinkNodes } from './wiki-link-nodes.ts'

/** Tokens of the constructs in `syntax/note-syntax.ts` → nodes. */
export const noteNodes: Extension[] = [...blockNodes, ...lineNodes, outlineNodes, wikiLinkNodes]
