import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { SourceFile } from '../../src/document/model.ts'
import { compilePlain, compileTagged } from './compile-rate.ts'
import { generateCorpus, readCorpus } from './corpus.ts'
import { exportDataset } from './dataset-export.ts'
import { exportCards } from './card-export.ts'
import { formatTable, type Figure } from './table.ts'

/*
 * `npm run bench`: how fast we are beside our peers, each pair measured in turn in one run.
 * `npm run bench -- --corpus DIR` reads the Markdown below DIR instead of making some up.
 */

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
const files: SourceFile[] =
  values.corpus === undefined ? generateCorpus(400, 5_000_000, 1) : readCorpus(values.corpus)

const processors = cpus()
console.log(`Node ${process.version} on ${process.platform} ${process.arch},`)
console.log(`${processors.length} × ${processors[0]?.model ?? 'unknown processor'}\n`)
if (loadavg()[0]! > processors.length / 2) {
  console.log('Other programs keep this machine busy: expect the ratios to waver.\n')
}

const measures: Record<string, () => Promise<Figure>> = {
  'compile rate': () => compilePlain(files),
  'compile rate with cards': () => compileTagged(files),
  'Anki package': () => exportCards(50_000, 'anki-package', 1),
  'Anki text': () => exportCards(50_000, 'anki-text', 0.3),
  dataset: () => exportDataset(files, 20_000_000)
}
const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures)) {
  try {
    figures.push(await measure())
  } catch (error) {
    // One peer that cannot be had must not hide the other figures.
    console.error(`${name} left out: ${error instanceof Error ? error.message : String(error)}`)
  }
}
console.log(formatTable(figures))
