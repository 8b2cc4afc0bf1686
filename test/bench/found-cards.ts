import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findCards } from '../../src/laegna.ts'

/*
 * The notes in `notes/` are as people write them. Beside each, `.cards` says which cards its reader
 * would want, a line each: the rule that ought to find it, and its question. Those of `blind-…` were written and labelled
 * by somebody who had not seen the rules, before anything was mended for them.
 */
const folder = join(import.meta.dirname, 'notes')

/** What a rule found, and what it should have found. */
interface Score {
  found: number
  right: number
  wanted: number
  met: number
}

/** Rules whose cards are another program's syntax; the others suggest (N1.2, N1.3). */
const goals = { certain: [0.95, 0.95], likely: [0.85, 0.75] } as const
const likely = new Set([
  'heading-question',
  'answer-key',
  'double-arrow',
  'answer-line',
  'callout-question',
  'details-question',
  'bold-question',
  'question-line',
  'term-colon',
  'plain-term',
  'term-table',
  'is-a'
])

/**
 * Precision and recall of finding cards in the labelled notes, by rule, as a Markdown table; below
 * it each card that was found or missed wrongly. A card is right where its question is wanted, by
 * whichever rule it came.
 */
export function scoreFoundCards(): string {
  const all = readdirSync(folder).filter((name) => name.endsWith('.md'))
  // Those were written before their author had seen the rules.
  const blind = all.filter((name) => name.startsWith('blind-'))
  return [
    ...scored(all).lines,
    `\nOf them, those that were written blind: ${String(blind.length)} notes\n`,
    ...table(scored(blind).scores).filter((row, at) => at < 2 || row.startsWith('| **'))
  ].join('\n')
}

function scored(names: string[]): { scores: Map<string, Score>; lines: string[] } {
  const scores = new Map<string, Score>()
  const wrong: string[] = []
  for (const name of names.sort()) {
    const path = join(folder, name)
    const found = findCards({ path: basename(path), text: readFileSync(path, 'utf8') })
    const wanted = readFileSync(path.replace(/\.md$/, '.cards'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({
        rule: line.split(': ', 1)[0]!,
        question: line.slice(line.indexOf(': ') + 2)
      }))
    const questions = new Set(wanted.map(({ question }) => bare(question)))
    const answered = new Set(found.map(({ question }) => bare(question)))
    for (const { rule, question } of found) {
      const score = scoreOf(scores, rule)
      const isRight = questions.has(bare(question))
      score.found++
      if (isRight) score.right++
      else wrong.push(`${name}: no card, says the reader, but ${rule}: ${question}`)
    }
    for (const { rule, question } of wanted) {
      const score = scoreOf(scores, rule)
      score.wanted++
      if (answered.has(bare(question))) score.met++
      else wrong.push(`${name}: missed ${rule}: ${question}`)
    }
  }
  return { scores, lines: [`${String(names.length)} notes\n`, ...table(scores), '', ...wrong] }
}

function scoreOf(scores: Map<string, Score>, rule: string): Score {
  const score = scores.get(rule) ?? { found: 0, right: 0, wanted: 0, met: 0 }
  scores.set(rule, score)
  return score
}

function table(scores: Map<string, Score>): string[] {
  const kinds = { certain: sum([]), likely: sum([]) }
  const rows = [...scores].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const kind of ['certain', 'likely'] as const) {
    kinds[kind] = sum(
      rows.filter(([rule]) => likely.has(rule) === (kind === 'likely')).map(([, score]) => score)
    )
  }
  const lines = rows.map(([rule, score]) => line(rule, score, ''))
  const all = (['certain', 'likely'] as const).map((kind) => {
    const [precision, recall] = goals[kind]
    return line(`**${kind}**`, kinds[kind], `${String(precision)} / ${String(recall)}`)
  })
  return [
    '| rule | found | right | precision | wanted | met | recall | goal |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...lines,
    ...all
  ]
}

function sum(scores: Score[]): Score {
  const all = { found: 0, right: 0, wanted: 0, met: 0 }
  for (const score of scores) {
    for (const key of ['found', 'right', 'wanted', 'met'] as const) all[key] += score[key]
  }
  return all
}

function line(name: string, { found, right, wanted, met }: Score, goal: string): string {
  const [precision, recall] = [share(right, found), share(met, wanted)]
  return `| ${name} | ${found} | ${right} | ${precision} | ${wanted} | ${met} | ${recall} | ${goal} |`
}

function share(part: number, all: number): string {
  return all === 0 ? '–' : (part / all).toFixed(2)
}

/** A question without marks of emphasis and in single blanks. */
function bare(question: string): string {
  return question.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim()
}
