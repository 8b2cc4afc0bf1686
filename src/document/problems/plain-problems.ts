import { longestFormula, judgeFormula } from '../../render/tex/judge-formula.ts'

/** So many commands and braces stand in each other nowhere deeper than formulas may. */
const FEW = 50
/** Commands that count twice where they stand in each other. */
const doubled =
  /\\(?:[a-zA-Z]*lap|[a-zA-Z]*bracket|Aboxed|adjustlimits|Arrow|cancelto|centernot|equilib|pmb|skew)/

/**
 * Whether formulas in some inline content may be such as are not drawn, wherever in it they begin and end: no
 * stretch between two dollars is a fault then, and none grows deep.
 */
export function mayHoldFaultyFormulas(source: string): boolean {
  if (!source.includes('$')) return false
  const commands = source.match(/[\\{]/g)?.length ?? 0
  if (source.length > longestFormula || commands > FEW || doubled.test(source)) return true
  return source.split(/\$+/).some((tex) => judgeFormula(tex, 'page').length > 0)
}
