import type { Extension } from 'mdast-util-from-markdown'
import { calloutNodes } from './callout-nodes.ts'
import { definitionNodes } from './definition-nodes.ts'
import { pictureSizes } from './picture-sizes.ts'
import { texNodes } from './tex-nodes.ts'

/** Tokens of the blocks, formulas and pictures that notes have beyond GFM → nodes. */
export const blockNodes: Extension[] = [calloutNodes, definitionNodes, texNodes, pictureSizes]
