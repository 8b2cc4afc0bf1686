import { parseArgs } from 'node:util'
import type { SourceFile } from '../../src/document/model.ts'
import {
  compileBesideCommonmark,
  compileFirst,
  compileLonger,
  compilePlain,
  compileTagged
} from './compile-rate.ts'
import { generateCorpus, readCorpus } from './corpus.ts'
import { exportDataset } from './dataset-export.ts'
import { exportCards } from './card-export.ts'
import { scoreFoundCards } from './found-cards.ts'
import { compareFinding } from './found-rate.ts'
import {
  classColumns,
  classRows,
  growthCells,
  growthColumns,
  isHarmless,
  measureHostile,
  type Growth
} from './hostile.ts'
import { allCells, allColumns, measureClasses } from './hostile-classes.ts'
import { printFigures, printMachine } from './print-figures.ts'
import { tableHead, tableRow, type Figure } from './table.ts'

/*
 * `npm run bench`: how fast we are beside our peers, each pair measured in turn in one run, a line as
 * soon as it is measured. `-- --quick` measures less of each, in about two minutes; `-- --json`
 * writes an object a line, for programs; `-- --corpus DIR` reads the Markdown below DIR instead of
 * making some up. `-- --found` measures how well cards are found in plain notes, and how fast;
 * `-- --hostile` how the cost of hostile text grows, in quick without exports, and the worst of each class. `--only PART` measures what has PART in its name.
 */

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    hostile: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    found: { type: 'boolean', default: false }
  }
})
if (values.found) {
  console.log(scoreFoundCards())
  for await (const line of compareFinding(
    values.quick ? 1_250_000 : 5_000_000,
    values.quick ? 1 : 3
  )) {
    console.log(line)
  }
  process.exit()
}
const size = values.quick
  ? { rounds: 2, files: 100, bytes: 1_250_000, cards: 10_000, dataset: 5_000_000 }
  : { rounds: 5, files: 400, bytes: 5_000_000, cards: 50_000, dataset: 20_000_000 }

printMachine(values.json)
if (values.hostile) {
  if (!values.json) console.log(tableHead(growthColumns))
  const all: Growth[] = []
  for await (const growth of measureHostile(values.only, values.quick ? 0.005 : 1, !values.quick)) {
    all.push(growth)
    const row = values.json
      ? JSON.stringify({ ...growth, reached: isHarmless(growth) })
      : tableRow(growthColumns, growthCells(growth))
    console.log(row)
  }
  if (!values.json) {
    console.log(`\n${tableHead(classColumns)}`)
    for (const cells of classRows(all)) console.log(tableRow(classColumns, cells))
    console.log(`\n${tableHead(allColumns)}`)
  }
  for await (const figure of measureClasses(values.quick ? 10 : 300)) {
    console.log(values.json ? JSON.stringify(figure) : tableRow(allColumns, allCells(figure)))
  }
  process.exit()
}

const files: SourceFile[] =
  values.corpus === undefined
    ? generateCorpus(size.files, size.bytes, 1)
    : readCorpus(values.corpus)
const { rounds } = size
const measures: Record<string, () => Promise<Figure>> = {
  'compile rate': () => compilePlain(files, rounds),
  'compile rate of a first pass': () => compileFirst(files, Math.ceil(rounds / 2)),
  'compile rate with cards': () => compileTagged(files, rounds),
  'compile rate beside commonmark.js': () => compileBesideCommonmark(files, rounds),
  'compile growth': () => compileLonger(files, Math.ceil(rounds / 2)),
  'Anki package': () => exportCards(size.cards, 'anki-package', 1, rounds),
  'Anki text': () => exportCards(size.cards, 'anki-text', 0.3, rounds),
  dataset: () => exportDataset(files, size.dataset, rounds)
}
await printFigures(measures, values)
