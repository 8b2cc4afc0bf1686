import fc from 'fast-check'
import { SaidError } from '../../src/say/said-error.ts'
import { importFile } from '../../src/import/import-file.ts'
import { unpackOffered } from '../../src/import/offered/unpack-offered.ts'
import { compile, renderHtml } from '../../src/laegna.ts'
import { payloads } from '../browser/payloads.ts'
import { bombs } from '../hostile/bombs.ts'
import { damaged } from '../hostile/entrances/damage.ts'
import { entrances } from '../hostile/entrances/entrances.ts'
import { hostileZips } from '../hostile/zips.ts'
import type { Columns } from './table.ts'

/** What was tried of a class in Node, and which test holds what only a browser, a shell or Anki can show. */
interface ClassFigure {
  kind: string
  tried: number
  /** Ended in anything else than an answer or a sentence. */
  ran?: number
  /** Requests that were begun. */
  requested?: number
  /** Refused in a sentence. */
  blocked?: number
  slowest?: { what: string; seconds: number }
  heldBy: string
}

export const allColumns: Columns = [
  ['class', 14],
  ['tried', 5],
  ['ran', 3],
  ['requested', 9],
  ['blocked', 7],
  ['slowest', 52],
  ['held by', 44]
]

interface Attempt {
  what: string
  /** Gives whether it was taken; rejects where it neither was nor was refused in a sentence. */
  run: () => Promise<boolean>
}

const browserOnly: ClassFigure[] = [
  { kind: 'formulas', tried: 0, heldBy: 'test/interop/anki-formulas.test.ts' },
  { kind: 'scripts', tried: 0, heldBy: 'test/export/hostile-names.test.ts' },
  { kind: 'exported page', tried: 0, heldBy: 'test/browser/exported-page.spec.ts' }
]

/** Each class but that of text, with `count` damaged files of each kind. */
export async function* measureClasses(count: number): AsyncGenerator<ClassFigure> {
  yield {
    ...(await attempted('markup', payloads.map(asMarkup))),
    heldBy: 'test/browser/payloads.spec.ts'
  }
  yield {
    ...(await attempted('zips', hostileZips.map(asZip))),
    heldBy: 'test/browser/hostile-zips.spec.ts'
  }
  for (const [kind, part] of kindsOfFiles) {
    const ofKind = entrances.filter(({ name }) => part.test(name))
    const attempts = bombs.filter(({ path }) => part.test(path)).map(asBomb)
    for (const entrance of ofKind) {
      for (const pack of fc.sample(await damaged(entrance), { numRuns: count, seed: 1 })) {
        attempts.push({ what: entrance.name, run: async () => entrance.judge(await pack()) })
      }
    }
    yield { ...(await attempted(kind, attempts)), heldBy: 'test/hostile/damaged-files.test.ts' }
  }
  yield* browserOnly
}

/** Files and links by their kind: in the names of their entrances, and the endings of bombs. */
const kindsOfFiles: [kind: string, part: RegExp][] = [
  ['backups', /backup/],
  ['links', /link/],
  ['decks', /deck|collection|text of Anki|\.apkg$/],
  ['tokenizers', /tokenizer/],
  ['JSON', /report|list of cards|package of ours/],
  ['DOCX', /Word|\.docx$/],
  ['EPUB', /book|\.epub$/],
  ['pages, tables', /web page|table/]
]

function asMarkup(text: string): Attempt {
  const file = { path: 'a.md', text: `[/Q]${text}[Q/]\n\n[/A]\n\n${text}\n\n[A/]\n` }
  const read = (): boolean => renderHtml(file) !== '' && compile([file]).files.length > 0
  return { what: text.replace(/[|\s]+/g, ' ').slice(0, 40), run: () => Promise.resolve(read()) }
}

function asZip({ name, make }: (typeof hostileZips)[number]): Attempt {
  const bytes = new Uint8Array(make())
  const run = async (): Promise<boolean> => {
    const { files } = await unpackOffered({ path: 'a.zip', blob: new Blob([bytes]) })
    return files.length > 0
  }
  return { what: name, run }
}

function asBomb({ name, path, make }: (typeof bombs)[number]): Attempt {
  const bytes = make()
  const run = async (): Promise<boolean> => {
    try {
      await importFile({ path, blob: new Blob([bytes]) }, {}, () => undefined)
      return true
    } catch (error) {
      if (error instanceof SaidError) return false
      throw error
    }
  }
  return { what: name, run }
}

async function attempted(kind: string, attempts: Attempt[]): Promise<Omit<ClassFigure, 'heldBy'>> {
  const figure = { kind, tried: attempts.length, ran: 0, requested: 0, blocked: 0 }
  let slowest = { what: '', seconds: 0 }
  const { fetch } = globalThis
  globalThis.fetch = (...asked) => {
    figure.requested++
    return fetch(...asked)
  }
  for (const { what, run } of attempts) {
    const before = process.cpuUsage()
    try {
      if (!(await run())) figure.blocked++
    } catch {
      figure.ran++
    }
    const seconds = process.cpuUsage(before).user / 1e6
    if (seconds > slowest.seconds) slowest = { what, seconds }
  }
  globalThis.fetch = fetch
  return { ...figure, slowest }
}

/** A figure in the cells of `allColumns`. */
export function allCells(figure: ClassFigure): string[] {
  const { kind, tried, ran, requested, blocked, slowest, heldBy } = figure
  const [got, asked, refused] = [ran, requested, blocked].map((count) => String(count ?? '–'))
  const worst = slowest ? `${slowest.seconds.toFixed(2)} s: ${slowest.what}` : '–'
  return [kind, String(tried || '–'), got ?? '', asked ?? '', refused ?? '', worst, heldBy]
}
