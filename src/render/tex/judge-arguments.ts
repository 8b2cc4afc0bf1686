import { say } from '../../say/say.ts'
import type { FormulaFault } from './formula-fault.ts'

/** What a colour may be: a name, a number, or a list of parts. */
const colour = String.raw`\s*(?:\[\s*\w+\s*\]\s*)?\{[\w\s#.,!%()-]*\}`

/** Arguments that end up in a style or an attribute, and the only form in which they may. */
const forms: Record<string, RegExp> = {
  bbox: /^\s*(?:\[[\w\s#.,!%-]*\])?\s*\{/,
  cellcolor: new RegExp(`^${colour}`),
  color: new RegExp(`^${colour}`),
  colorbox: new RegExp(`^${colour}`),
  columncolor: new RegExp(`^${colour}`),
  enclose: /^\s*\{[a-z\s]*\}\s*\{/,
  fcolorbox: new RegExp(`^${colour}${colour.replace(String.raw`(?:\[\s*\w+\s*\]\s*)?`, '')}`),
  framebox: /^\s*(?:\[[\w\s.+-]*\]\s*)*\{/,
  mathmakebox: /^\s*(?:\[[\w\s.+-]*\]\s*)*\{/,
  rowcolor: new RegExp(`^${colour}`),
  textcolor: new RegExp(`^${colour}`),
  xmathstrut: /^\s*(?:\[[\w\s.+-]*\]\s*)?(?:\{[\w\s.+-]*\}|\d)/
}

/** What takes lengths; a row may end with one, too. */
const lengthy = new Set(
  String.raw`\ above abovewithdelims framebox genfrac hskip hspace kern lower mathmakebox mkern moveleft moveright mskip mspace overbracket raise raisebox Rule rule Space tmspace underbracket`.split(
    ' '
  )
)
/** What takes a number of steps. */
const counted = new Set(['leftroot', 'MoveEqLeft', 'uproot', 'xmathstrut'])
const settings =
  /^\*?(?:\s*(?:\[[^\]]{0,60}\]|\{[^{}]{0,60}\}|[-+]?[\d.,]+\s*[a-z]{0,2}|\.(?=\S)))*/
const length = /(\d*[.,]?\d+)\s*(em|ex|pt|px|pc|cm|mm|in|mu)(?![a-z])/g

/** In em, the size of the letters. */
const units: Record<string, number> = {
  em: 1,
  ex: 0.45,
  pt: 0.1,
  px: 1 / 16,
  pc: 1.2,
  cm: 2.4,
  mm: 0.24,
  in: 6,
  mu: 1 / 18
}
/** No blank or line may be larger, in em: it would cover the card. */
const largest = 50

/** Judges what stands behind a command that passes. */
export function judgeArguments(name: string, behind: string): FormulaFault | undefined {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (form?.test(behind) === false) {
    return {
      at: `\\${name}`,
      reason: say(
        '{command} may have only names, colours and plain numbers in its settings. Take out what else stands there.',
        { command: `\\${name}` }
      )
    }
  }
  return isTooLarge(name, behind)
    ? {
        at: `\\${name}`,
        reason: say(
          '{command} is larger than {most}em here, which would cover the card. Make it smaller.',
          { command: `\\${name}`, most: largest }
        )
      }
    : undefined
}

function isTooLarge(name: string, behind: string): boolean {
  if (counted.has(name)) return /^\s*(?:\[[^\]]*\]\s*)?[[{]?\s*[-+]?\d{3}/.test(behind)
  if (!lengthy.has(name) || (name === '\\' && !/^\*?\s*\[/.test(behind))) return false
  const [given = ''] = settings.exec(behind) ?? []
  return [...given.matchAll(length)].some(
    ([, number = '', unit = '']) => Number(number.replace(',', '.')) * (units[unit] ?? 1) > largest
  )
}
