import type { Said } from '../../say/say.ts'

/** Who draws: the MathJax of Anki, or Temml on our own pages. */
export type FormulaPlace = 'card' | 'page'

/** Why a formula is not drawn. */
export interface FormulaFault {
  /** What in the TeX it is about, as written there; empty for the whole of it. */
  at: string
  /** Says what is wrong and what to do, in whole sentences. */
  reason: Said
}
