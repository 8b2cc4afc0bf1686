import type { Extension } from 'micromark-util-types'
import { bracketMath } from './bracket-math.ts'
import { callouts } from './callout.ts'
import { definitionList } from './definition-list.ts'
import { texBlocks } from './tex-blocks.ts'
import { texFlow } from './tex-flow.ts'

const backslash = 92

/**
 * Blocks and formulas that notes have beyond GFM (N2), for a `text` in which some look ahead; with or
 * without `definitionLists`.
 */
export function blockSyntax(text: string, definitionLists: boolean): Extension[] {
  const tex: Extension = {
    flow: { [backslash]: texFlow(texBlocks(text)) },
    text: { [backslash]: bracketMath(text) }
  }
  return definitionLists ? [callouts(), tex, definitionList(text)] : [callouts(), tex]
}
