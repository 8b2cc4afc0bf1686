import type { Extension } from 'mdast-util-from-markdown'
import { calloutNodes } from './callout-nodes.ts'
import { texNodes } from './tex-nodes.ts'

/** Tokens of the blocks and formulas that notes have beyond GFM → nodes. */
export const blockNodes: Extension[] = [calloutNodes, texNodes]
