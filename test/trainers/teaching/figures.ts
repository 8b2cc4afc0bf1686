import { judgeAnswer } from '../../../src/export/dataset/report/judge.ts'
import type { Lesson } from './datasets.ts'

/** How well one model answered, asked in one way: mean token F1, 0 to 1. */
export interface Figure {
  way: string
  known: number
  reworded: number
}

/** Of one run, from its answers in the order of its prompts. */
export function figuresOf({ name, asked, known, goesOn }: Lesson, answers: string[]): Figure[] {
  const figure = (way: string, said: string[]): Figure => {
    const f1 = asked.map(({ reference }, at) => judgeAnswer(bare(said[at]!), bare(reference)).f1)
    return { way, known: mean(f1.slice(0, known)), reworded: mean(f1.slice(known)) }
  }
  const inPrompt = figure(name, answers.slice(0, asked.length))
  if (!goesOn) return [inPrompt]
  const lines = answers.slice(asked.length).map((answer) => answer.trimStart().split('\n')[0]!)
  return [inPrompt, figure(`${name}, going on with the text`, lines)]
}

/** Without what *seed* sets before each answer: it would count as a word that is right. */
function bare(answer: string): string {
  return answer.trim().replace(/^A:/, '')
}

/** Mean and standard deviation over the seeds. */
export function table(figures: Figure[]): string {
  const ways = new Set(figures.map(({ way }) => way))
  const rows = [...ways].map((way) => {
    const runs = figures.filter((one) => one.way === way)
    const [known, reworded] = (['known', 'reworded'] as const).map((of) => {
      const values = runs.map((run) => run[of])
      const middle = mean(values)
      const square = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
      const spread = Math.sqrt(square / Math.max(1, values.length - 1))
      return `${middle.toFixed(2)} ± ${spread.toFixed(2)}`
    })
    return `| ${way} | ${known} | ${reworded} |`
  })
  return [
    '| Trained on | asked as in the cards | asked in other words |',
    '| --- | --- | --- |',
    ...rows
  ].join('\n')
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
