import { codes } from 'micromark-util-symbol'
import type { Extension } from 'micromark-util-types'
import { bracketMath } from './bracket-math.ts'
import { callouts } from './callout.ts'
import { definitionList } from './definition-list.ts'
import { environmentMath } from './environment-math.ts'
import { texFlow } from './tex-flow.ts'

const tex: Extension = {
  flow: { [codes.backslash]: texFlow },
  text: { [codes.backslash]: [bracketMath, environmentMath] }
}

/** Blocks and formulas that notes have beyond GFM (N2), with or without `definitionLists`. */
export function blockSyntax(definitionLists: boolean): Extension[] {
  return definitionLists ? [callouts, tex, definitionList] : [callouts, tex]
}
