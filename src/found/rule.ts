import type { SourceRange } from '../markdown/tree/container-marks.ts'
import type { Draft } from './draft.ts'
import type { FoundRule } from './found-card.ts'
import type { Note } from './note.ts'

/** One way in which notes write cards, or nearly so. */
export interface Rule {
  name: FoundRule
  /** See `FoundCard`. */
  certain: boolean
  /** A text in which it finds nothing holds no card of the rule: neither is it read for it. */
  sign: Pick<RegExp, 'test'>
  /**
   * What may be cards. A draft over another one of an earlier rule is left out, and so is one that
   * would not read as it says. `found` is what earlier rules found, in order.
   */
  find: (note: Note, found: readonly SourceRange[]) => Draft[]
}
