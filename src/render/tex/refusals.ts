import { say, type Said, type SaidValue } from '../../say/say.ts'
import type { FormulaPlace } from './formula-fault.ts'

const whole = say('{tex} around the whole formula', { tex: '$$…$$' })
/** What others write, and what does the same where it is not known. */
const instead: Record<string, SaidValue> = {
  '\\abs': '\\lvert…\\rvert',
  '\\argmax': '\\operatorname*{argmax}',
  '\\argmin': '\\operatorname*{argmin}',
  '\\bm': '\\boldsymbol',
  '\\bold': '\\boldsymbol',
  '\\C': '\\mathbb{C}',
  '\\Complex': '\\mathbb{C}',
  '\\N': '\\mathbb{N}',
  '\\natnums': '\\mathbb{N}',
  '\\norm': '\\lVert…\\rVert',
  '\\Q': '\\mathbb{Q}',
  '\\R': '\\mathbb{R}',
  '\\Reals': '\\mathbb{R}',
  '\\Z': '\\mathbb{Z}',
  '\\DeclareMathOperator': say('{tex} at its place', { tex: '\\operatorname{…}' }),
  '\\verb': '\\texttt{…}',
  '\\(': '$…$',
  '\\)': '$…$',
  '\\[': whole,
  '\\]': whole
}

const reachesOut =
  /^\\(?:href|url|class|style|cssId|id|data|mmlToken|unicode|require|include\w*|html\w*|toggle|mathtip|texttip|image\w*)$/
const makesCommands =
  /^\\(?:[egx]?def|let|futurelet|global|long|csname|endcsname|expandafter|(?:re|provide)?newcommand|providecommand|renewcommand|(?:re)?newenvironment|Declare\w*|Newextarrow|definecolor|(?:re)?newtagform|usetagform|mathtoolsset)$/

/** Says why a command does not pass, and what to do. */
export function noSuchCommand(command: string, place: FormulaPlace): Said {
  const other = Object.hasOwn(instead, command) ? instead[command] : undefined
  if (reachesOut.test(command)) {
    return say(
      '{command} could run something, fetch something or restyle the page, and formulas may not. Take it out.',
      { command }
    )
  }
  if (makesCommands.test(command)) {
    return other === undefined
      ? say(
          '{command} makes or changes commands for other formulas, and formulas may not. Write out what the new command stands for.',
          { command }
        )
      : say(
          '{command} makes or changes commands for other formulas, and formulas may not. Write {other}.',
          { command, other }
        )
  }
  const remedy =
    other === undefined
      ? say('Check how it is spelt, or write it otherwise.')
      : say('Write {other}.', { other })
  return place === 'card'
    ? say('Anki draws no {command}. {remedy}', { command, remedy })
    : say('Nothing here draws {command}. {remedy}', { command, remedy })
}

/** Says why an environment does not pass, and what to do. */
export function noSuchEnvironment(name: string, place: FormulaPlace): Said {
  if (name === '') {
    return say('The name of an environment is missing: write {begin} and {end}.', {
      begin: '\\begin{name}',
      end: '\\end{name}'
    })
  }
  return place === 'card'
    ? say('Anki draws no environment {name}. Check how it is spelt, or take one of amsmath.', {
        name
      })
    : say('Nothing here draws environment {name}. Check how it is spelt, or take one of amsmath.', {
        name
      })
}
