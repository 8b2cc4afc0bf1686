import { say } from '../../say/say.ts'
import type { InlineMath, DisplayMath } from '../../markdown/tree/nodes.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { FormulaFault } from '../../render/tex/formula-fault.ts'
import { judgeFormula } from '../../render/tex/judge-formula.ts'
import type { Problem } from './diagnostics.ts'

/** Why a formula is shown as its TeX wherever it stands, each reason at its place in the text. */
export function formulaProblems(text: string, formula: DisplayMath | InlineMath): Problem[] {
  return judgeFormula(formula.value, 'page').map((fault) => ({
    ...placeOf(fault, text, offsets(formula)),
    code: 'refused-formula',
    said: say('This formula is shown as it is written, not drawn. {reason}', {
      reason: fault.reason
    })
  }))
}

/** Why formulas of cards are shown as their TeX in Anki, though our own pages draw them. */
export function cardFormulaProblems(
  text: string,
  formulas: (DisplayMath | InlineMath)[]
): Problem[] {
  return [...new Set(formulas)].flatMap((formula) => {
    if (judgeFormula(formula.value, 'page').length > 0) return []
    return judgeFormula(formula.value, 'card').map((fault): Problem => ({
      ...placeOf(fault, text, offsets(formula)),
      code: 'refused-formula',
      said: say('On the card this formula is shown as it is written, not drawn. {reason}', {
        reason: fault.reason
      })
    }))
  })
}

/** The command that a fault names, or the whole formula where the text writes it otherwise. */
function placeOf({ at }: FormulaFault, text: string, formula: SourceRange): SourceRange {
  if (at === '') return formula
  const source = text.slice(formula.start, formula.end)
  let found = source.indexOf(at)
  // `\rm` is not the beginning of `\rmoustache`.
  while (found >= 0 && /[a-zA-Z]$/.test(at) && /^[a-zA-Z]/.test(source.slice(found + at.length))) {
    found = source.indexOf(at, found + 1)
  }
  if (found < 0) return formula
  return { start: formula.start + found, end: formula.start + found + at.length }
}
