import type { Extension } from 'micromark-util-types'
import { callouts } from './callout.ts'

/** Blocks and formulas that notes have beyond GFM (N2). */
export function blockSyntax(): Extension[] {
  return [callouts()]
}
