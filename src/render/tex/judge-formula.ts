import { say, type Said } from '../../say/say.ts'
import type { FormulaFault, FormulaPlace } from './formula-fault.ts'
import { cardCommands, cardEnvironments } from './card-commands.ts'
import { GroupDepth } from './group-depth.ts'
import { judgeArguments } from './judge-arguments.ts'
import { pageCommands, pageEnvironments } from './page-commands.ts'
import { noSuchCommand, noSuchEnvironment } from './refusals.ts'

/** So many UTF-16 units a formula may have: six times what the longest of real documents has. */
export const longestFormula = 5000
/** So deep may braces, environments and `\left` stand in each other: real documents go to ten. */
export const deepestFormula = 50

/** Commands that draw an argument twice may stand in each other three times: each doubles the work. */
const mostDoubled = 3

/** Blanks behind a backslash are blanks; these have a meaning. */
const controlSymbols = /^[,:>;!\\{}|_#$%&\s]$/
const marks = /\\(?:([a-zA-Z]+)|[^]|$)|[{}&]|\^\^/gu

/** Of these something is in each mark that may be at fault. */
const mayBeFaulty = /[\\{}]|\^\^/

/**
 * Looks a formula over before anything draws it: only commands and environments of an allow-list
 * pass, so that nothing on a card runs, fetches, or touches what stands beside it. The braces must
 * pair as MathJax counts them when it looks for the end of a formula: else it would run on into
 * the text behind. An empty list says that the formula may be drawn.
 */
export function judgeFormula(tex: string, place: FormulaPlace): FormulaFault[] {
  if (tex.length > longestFormula) return [whole(tooLong)]
  if (!mayBeFaulty.test(tex)) return []
  const faults = new Map<string, FormulaFault>()
  const depth = new GroupDepth()
  let braces = 0
  let arePaired = true
  marks.lastIndex = 0
  for (let mark = marks.exec(tex); mark; mark = marks.exec(tex)) {
    const [written, name] = mark
    const behind = tex.slice(marks.lastIndex)
    if (written === '{') braces++
    if (written === '}') arePaired = --braces >= 0 && arePaired
    depth.meet(written, name)
    const fault =
      (name === undefined ? judgeSign(written) : judgeCommand(name, behind, place)) ??
      judgeArguments(name ?? written.slice(1), behind)
    if (fault && !faults.has(fault.at)) faults.set(fault.at, fault)
  }
  if (!arePaired || braces !== 0) faults.set('', whole(unpaired))
  if (depth.deepest > deepestFormula || depth.mostDoubled > mostDoubled)
    faults.set('', whole(tooDeep))
  return [...faults.values()]
}

const tooLong = say('It is longer than {most} characters. Make several formulas of it.', {
  most: longestFormula
})
const tooDeep = say(
  'Its braces and environments stand in each other more than {most} deep. Write it flatter.',
  { most: deepestFormula }
)
const unpaired = say(
  'Its braces do not pair. Give each {open} its {close}, and write \\{open} and \\{close} for braces that are to be seen.',
  { open: '{', close: '}' }
)

function whole(reason: Said): FormulaFault {
  return { at: '', reason }
}

function judgeSign(written: string): FormulaFault | undefined {
  if (written === '{' || written === '}' || written === '&') return undefined
  if (controlSymbols.test(written.slice(1))) return undefined
  if (written === '\\') return { at: '', reason: say('It ends with a lone \\. Take that out.') }
  return { at: written, reason: noSuchCommand(written, 'card') }
}

function judgeCommand(name: string, behind: string, place: FormulaPlace): FormulaFault | undefined {
  if (name === 'begin' || name === 'end') return judgeEnvironment(name, behind, place)
  if (cardCommands.has(name) || (place === 'page' && pageCommands.has(name))) return undefined
  return { at: `\\${name}`, reason: noSuchCommand(`\\${name}`, place) }
}

function judgeEnvironment(
  name: string,
  behind: string,
  place: FormulaPlace
): FormulaFault | undefined {
  const [written = '', environment = ''] = /^\s*\{([a-zA-Z]+\*?)\}/.exec(behind) ?? []
  if (cardEnvironments.has(environment)) return undefined
  if (place === 'page' && pageEnvironments.has(environment)) return undefined
  return { at: `\\begin${written}`, reason: noSuchEnvironment(environment, place) }
}
