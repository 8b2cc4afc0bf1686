import { readFileSync } from 'node:fs'
import type { ExportInput } from '../../../src/export/contract.ts'
import type { DatasetOptions } from '../../../src/export/dataset/options.ts'
import { type ExamQuestion, examQuestions } from '../../../src/export/dataset/report/exam.ts'
import { exportDataset, jsonLines } from '../../export/open-zip.ts'
import { context, project } from '../../export/projects.ts'

/** What a model is trained on, and what it is asked afterwards. */
export interface Lesson {
  name: string
  records: { prompt: string; completion: string }[]
  /** First `known` of them as in the cards, then reworded, which it never saw. */
  asked: ExamQuestion[]
  known: number
  /** It learned running text: it is asked a second time, to go on behind the question. */
  goesOn: boolean
  /** Those of `asked`, then where it goes on the questions again, each a line. */
  prompts: string[]
}

const check = '# Check\n\n[/Q]Is it learned?[Q/]\n[/A]No, it is to check with.[A/]\n'
const notes = readFileSync(`${import.meta.dirname}/notes.md`, 'utf8')
const paraphrases = JSON.parse(
  readFileSync(`${import.meta.dirname}/paraphrases.json`, 'utf8')
) as Record<string, string[]>

/** The notes, with each question in one of its other ways, and a file to check with: so all of the notes is learned. */
function notesToLearn(way?: number): ExportInput {
  const text = notes.replace(/\[\/Q\](.*)\[Q\/\]/g, (tag, question: string) => {
    if (way === undefined) return tag
    const other = paraphrases[question]?.[way]
    if (other === undefined) throw new Error(`paraphrases.json has no way ${way} of: ${question}`)
    return tag.replace(question, other)
  })
  const files = [
    { path: 'notes.md', text },
    { path: 'check.md', text: check }
  ]
  return project(files, { capture: 'all' }, 'Things to know')
}

/**
 * A dataset a preset, and one of chapters alone: all of the same notes, as the exporter makes them.
 * Nothing is put around a record: with a model so small that would be most of what it reads.
 */
export async function lessons(): Promise<Lesson[]> {
  const none = { instruction: '', input: '', output: '' }
  const of = async (name: string, options: Partial<DatasetOptions>): Promise<Lesson> => {
    const choices: Partial<DatasetOptions> = {
      ...options,
      prompt: 'none',
      validationFiles: ['check.md']
    }
    const { texts } = await exportDataset(notesToLearn(), choices)
    // Asked in the words of the preset, also where its wording for cards was emptied.
    const ask = async (way?: number) => {
      const asking = { ...choices, templates: {} }
      const exam = await examQuestions(notesToLearn(way), asking, context.seed, Infinity)
      return exam.filter(({ split }) => split === 'train')
    }
    const known = await ask()
    const reworded = [...(await ask(0)), ...(await ask(1))]
    const asked = [...known, ...reworded]
    const goesOn = options.templates !== undefined
    const prompts = asked.map(({ prompt }) => prompt)
    const lines = goesOn ? asked.map(({ question }) => `${question}\n`) : []
    const records = jsonLines<Lesson['records'][number]>(texts.get('prompt/train.jsonl'))
    return { name, records, known: known.length, asked, goesOn, prompts: [...prompts, ...lines] }
  }
  return [
    await of('seed', { preset: 'seed' }),
    await of('study', { preset: 'study' }),
    await of('chapters', { preset: 'instruct', templates: { qa: none, block: none } })
  ]
}
