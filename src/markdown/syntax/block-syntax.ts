import type { Extension } from 'micromark-util-types'
import { bracketMath } from './bracket-math.ts'
import { callouts } from './callout.ts'
import { texBlocks } from './tex-blocks.ts'
import { texFlow } from './tex-flow.ts'

const backslash = 92

/** Blocks and formulas that notes have beyond GFM (N2), for a `text` in which some look ahead. */
export function blockSyntax(text: string): Extension[] {
  const tex: Extension = {
    flow: { [backslash]: texFlow(texBlocks(text)) },
    text: { [backslash]: bracketMath(text) }
  }
  return [callouts(), tex]
}
