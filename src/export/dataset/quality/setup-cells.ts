import { say } from '../../../say/say.ts'
import { cellOf, eachChunk, type QualityRule } from './rule.ts'

/** Lines that fetch libraries or tell the notebook something, in Python, Julia and R. */
const FETCHES = [
  /^(?:import|from|using|library|require)[ (].+/,
  /^(?:install\.packages|Pkg\.add)\(.*/,
  /^[%!]\S.*/
]
/** What stands beside them and sets something: `npx.set_np()`, `plt.rcParams["figure.figsize"] = …`. */
const SETS = [
  /^#.*/,
  /^[\w.]+\.(?:set(?:_\w+)?|use|seed|manual_seed|filterwarnings|simplefilter|interact_select)\(.*\)/,
  /^[\w.]+\.rcParams\b.*/
]

/** Cells of notebooks (Jupyter, MyST, Quarto) that only make ready what later ones use, or only comment. */
export const setupCells: QualityRule = {
  name: 'setup',
  label: say('Set-up of notebooks'),
  hint: say('Code that only imports libraries, installs them or sets up the notebook.'),
  rest: eachChunk(isSetup)
}

function isSetup(text: string): boolean {
  const cell = cellOf(text)
  if (!cell) return false
  const lines = cell.code
    // An import over several lines is one.
    .replace(/\([^()]*\)/g, (inside) => inside.replace(/\s+/g, ' '))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (cell.ofNotebook && lines.every((line) => line.startsWith('#'))) return true
  const fetching = lines.filter((line) => FETCHES.some((pattern) => pattern.test(line))).length
  // Outside of notebooks a single import may be what is explained.
  return (
    fetching >= (cell.ofNotebook ? 1 : 2) &&
    lines.every((line) => [...FETCHES, ...SETS].some((pattern) => pattern.test(line)))
  )
}
