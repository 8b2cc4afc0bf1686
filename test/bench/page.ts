import { parseArgs } from 'node:util'
import type { SourceFile } from '../../src/document/model.ts'
import { oneFile } from './compile-rate.ts'
import { generateCorpus, readCorpus } from './corpus.ts'
import {
  growthFigure,
  keyFigure,
  measureKeys,
  taskFigure,
  withFirstCard,
  type KeyTimes
} from './page/keys.ts'
import { compareMemory } from './page/memory.ts'
import { compareFolder, compareOpening, compareReopening } from './page/opening.ts'
import { printFigures, printMachine } from './print-figures.ts'
import type { Figure } from './table.ts'

/*
 * `npm run bench:page`: what a person feels of speed, in the built page in a real browser: keys, opening,
 * memory. `-- --quick`, `-- --json`, `-- --corpus FOLDER` and `-- --only PART` are those of `npm run bench`.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false }
  }
})
const { keys, rounds } = values.quick ? { keys: 20, rounds: 2 } : { keys: 60, rounds: 5 }
const files =
  values.corpus === undefined ? generateCorpus(407, 5_200_000, 1) : readCorpus(values.corpus)

const typing = new Map<number, Promise<KeyTimes>>()
let folder: ReturnType<typeof compareFolder> | undefined

const measures: Record<string, () => Promise<Figure>> = {
  'key card': async () => keyFigure(await keysIn(1_150_000), 'card', 0.2),
  'key preview': async () => keyFigure(await keysIn(1_150_000), 'preview', 0.3),
  'key task': async () => taskFigure(await keysIn(1_150_000), '1.15 MB'),
  'key growth': async () => growthFigure(await keysIn(10_000_000), await keysIn(100_000)),
  'key task long': async () => taskFigure(await keysIn(10_000_000), '10 MB'),
  open: () => compareOpening(longFile(1_150_000), rounds),
  'folder first': async () => (await dropped()).first,
  'folder all': async () => (await dropped()).all,
  reopen: () => compareReopening(files, rounds),
  memory: () =>
    compareMemory([...files, ...files.map((file) => ({ ...file, path: `again/${file.path}` }))])
}

printMachine(values.json)
await printFigures(measures, values)

/** What several rows tell is measured once. */
function keysIn(bytes: number): Promise<KeyTimes> {
  const known = typing.get(bytes) ?? measureKeys(longFile(bytes), keys)
  typing.set(bytes, known)
  return known
}

function dropped(): ReturnType<typeof compareFolder> {
  return (folder ??= compareFolder(files, rounds))
}

function longFile(bytes: number): SourceFile {
  return withFirstCard(oneFile(files, bytes).text)
}
