import JSZip from 'jszip'
import type { DatasetItem } from '../src/export/dataset/items/item.ts'
import { dataset } from '../src/export/dataset/dataset.ts'
import { compile, type Report, type ReportCard } from '../src/laegna.ts'

const right = { exact: true, f1: 1, perplexity: 1.02 }
const wrong = { exact: false, f1: 0, perplexity: 40 }

/**
 * A report as evaluate.py writes it of the dataset of one file: the model says of each card what `answerTo`
 * gives, or its answer where that gives nothing.
 */
export async function reportOf(
  path: string,
  text: string,
  answerTo: (question: string) => string | undefined,
  name = 'Project'
): Promise<Report> {
  const files = [{ path, text }]
  const input = { name, files, compilation: compile(files, {}) }
  const written = await dataset.run(input, { preset: 'instruct' }, { now: new Date(0), seed: 1 })
  const zip = await JSZip.loadAsync(written.files[0]!.bytes)
  const rows = await Promise.all(
    zip.file(/\/items\/qa-.*\.jsonl$/).map((file) => file.async('string'))
  )
  const lines = rows.flatMap((text) => text.trim().split('\n'))
  const items = lines.map((line) => JSON.parse(line) as DatasetItem)
  const cards = items.map(({ guid, split, question, answer }): ReportCard => {
    const said = answerTo(question)
    const trained = said === undefined ? { answer, ...right } : { answer: said, ...wrong }
    return { guid, split, question, reference: answer, trained, base: { answer: '', ...wrong } }
  })
  const sum = { cards: cards.length, exact: 0.5, f1: 0.5, perplexity: 7 }
  const none = { cards: cards.length, exact: 0, f1: 0, perplexity: 40 }
  return {
    format: 'laegna-report',
    format_version: 1,
    project: name,
    models: { trained: 'out/lora/final', base: 'checkpoints/tiny' },
    summary: { validation: { trained: sum, base: none }, train: { trained: sum, base: none } },
    cards
  }
}
