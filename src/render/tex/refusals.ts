import type { FormulaPlace } from './formula-fault.ts'

/** What others write, and what does the same where it is not known. */
const instead: Record<string, string> = {
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
  '\\DeclareMathOperator': '\\operatorname{…} at its place',
  '\\verb': '\\texttt{…}',
  '\\(': '$…$',
  '\\)': '$…$',
  '\\[': '$$…$$ around the whole formula',
  '\\]': '$$…$$ around the whole formula'
}

const reachesOut =
  /^\\(?:href|url|class|style|cssId|id|data|mmlToken|unicode|require|include\w*|html\w*|toggle|mathtip|texttip|image\w*)$/
const makesCommands =
  /^\\(?:[egx]?def|let|futurelet|global|long|csname|endcsname|expandafter|(?:re|provide)?newcommand|providecommand|renewcommand|(?:re)?newenvironment|Declare\w*|Newextarrow|definecolor|(?:re)?newtagform|usetagform|mathtoolsset)$/

/** Says why a command does not pass, and what to do. */
export function noSuchCommand(command: string, place: FormulaPlace): string {
  const other = Object.hasOwn(instead, command) ? instead[command] : undefined
  if (reachesOut.test(command)) {
    return `${command} could run something, fetch something or restyle the page, and formulas may not. Take it out.`
  }
  if (makesCommands.test(command)) {
    return `${command} makes or changes commands for other formulas, and formulas may not. Write ${other ?? 'out what the new command stands for'}.`
  }
  const who = place === 'card' ? 'Anki draws no' : 'Nothing here draws'
  const remedy =
    other === undefined ? 'Check how it is spelt, or write it otherwise' : `Write ${other}`
  return `${who} ${command}. ${remedy}.`
}

/** Says why an environment does not pass, and what to do. */
export function noSuchEnvironment(name: string, place: FormulaPlace): string {
  if (name === '')
    return 'The name of an environment is missing: write \\begin{name} and \\end{name}.'
  const who = place === 'card' ? 'Anki draws no' : 'Nothing here draws'
  return `${who} environment ${name}. Check how it is spelt, or take one of amsmath.`
}
