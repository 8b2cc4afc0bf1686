import type { Compilation, SourceFile } from '../../src/document/model.ts'
import {
  compile,
  ExportError,
  exporters,
  findCards,
  renderHtml,
  type Exporter
} from '../../src/laegna.ts'
import { classes, generators } from '../hostile/generators.ts'
import type { Generator } from '../hostile/generator.ts'
import type { Columns } from './table.ts'

/** How one pattern costs: seconds of the processor at its size, and how many times that twice as much of it takes. */
export interface Growth {
  what: string
  /** What it is made of: emphasis, links … */
  kind: string
  characters: number
  compile: Cost
  render: Cost
  find: Cost
  /** Of all exporters the one that costs most, where the pattern makes something to export. */
  exports?: Cost & { by: string }
}

interface Cost {
  seconds: number
  growth: number
}

/** An answer is to come within so many seconds, and twice the text is to take at most so many times as long. */
const reach = { seconds: 2, growth: 2.2 }
/** What takes no longer than that at twice the size does not grow in earnest; a paragraph of too many marks costs some of it once. */
const tooShort = 0.5

export const growthColumns: Columns = [
  ['what', 40],
  ['characters', 10],
  ['compile', 15],
  ['preview', 15],
  ['find cards', 15],
  ['slowest export', 28],
  ['reached', 7]
]

/** Every pattern of a class is measured alike: how many there were, and the worst of them. */
export const classColumns: Columns = [
  ['class', 12],
  ['tried', 5],
  ['reached', 7],
  ['slowest', 60],
  ['most growth', 11]
]

/** Measures every pattern whose name holds `part`, one after the other; exports are written where `exportsToo`. */
export async function* measureHostile(
  part: string,
  share: number,
  exportsToo: boolean
): AsyncGenerator<Growth> {
  await measure(generators['code, closed']!, 100, exportsToo)
  for (const [kind, ofKind] of Object.entries(classes)) {
    for (const [what, generator] of Object.entries(ofKind)) {
      if (!what.includes(part)) continue
      globalThis.gc?.()
      const count = Math.max(1, Math.round(generator.size * share))
      yield {
        what,
        kind,
        characters: generator.write(count).length,
        ...(await measure(generator, count, exportsToo))
      }
    }
  }
}

/** All that was measured in the cells of `classColumns`, a row a class. */
export function classRows(all: Growth[]): string[][] {
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const growths = all.filter((growth) => growth.kind === kind)
    const worst = growths.flatMap(({ what, ...growth }) =>
      costsOf(growth).map((cost) => ({ what, ...cost }))
    )
    const { what = '', seconds = 0 } = worst.toSorted((a, b) => b.seconds - a.seconds)[0] ?? {}
    const grown = worst.filter((cost) => cost.seconds * cost.growth >= tooShort)
    const most = Math.max(0, ...grown.map(({ growth }) => growth))
    return [
      kind,
      String(growths.length),
      String(growths.filter(isHarmless).length),
      `${seconds.toFixed(2)} s: ${what}`,
      grown.length > 0 ? `${most.toFixed(1)} ×` : '–'
    ]
  })
}

type Costs = Pick<Growth, 'compile' | 'render' | 'find' | 'exports'>

function costsOf({ compile, render, find, exports }: Costs): Cost[] {
  return [compile, render, find, ...(exports ? [exports] : [])]
}

/** A growth in the cells of `growthColumns`. */
export function growthCells(growth: Growth): string[] {
  const { what, characters, compile, render, find, exports } = growth
  const times = [compile, render, find].map(inWords)
  const slowest = exports ? `${exports.by} ${inWords(exports)}` : '–'
  return [what, String(characters), ...times, slowest, isHarmless(growth) ? 'yes' : 'no']
}

function inWords({ seconds, growth }: Cost): string {
  return `${seconds.toFixed(2)} s, ${growth.toFixed(1)} ×`
}

/** Whether a pattern costs no more than it may. */
export function isHarmless(growth: Growth): boolean {
  return costsOf(growth).every(isInReach)
}

function isInReach({ seconds, growth }: Cost): boolean {
  return seconds <= reach.seconds && (growth <= reach.growth || seconds * growth < tooShort)
}

async function measure(generator: Generator, count: number, exportsToo: boolean): Promise<Costs> {
  const files = [generator.write(count), generator.write(2 * count)].map((text) => ({
    path: 'hostile.md',
    text
  }))
  const read: Compilation[] = []
  return {
    compile: await grow((at) => (read[at] = compile([files[at]!], { capture: 'all' }))),
    render: await grow((at) => renderHtml(files[at]!)),
    find: await grow((at) => findCards(files[at]!)),
    ...(exportsToo && (await slowestExport(files, read)))
  }
}

/** Only of the one that takes longest is asked how that grows. */
async function slowestExport(
  files: SourceFile[],
  read: Compilation[]
): Promise<Pick<Growth, 'exports'>> {
  const projects = files.map((file, at) => ({
    name: 'hostile',
    files: [file],
    compilation: read[at]!
  }))
  const write = async (exporter: Exporter, at: number): Promise<unknown> =>
    exporter.run(projects[at]!, {}, { now: new Date(0), seed: 1 })
  let slowest: { exporter: Exporter; seconds: number } | undefined
  for (const exporter of exporters) {
    try {
      const seconds = await spent(() => write(exporter, 0))
      if (seconds > (slowest?.seconds ?? 0)) slowest = { exporter, seconds }
    } catch (error) {
      // There is nothing in the text that this one writes.
      if (!(error instanceof ExportError)) throw error
    }
  }
  if (!slowest) return {}
  const { exporter } = slowest
  return {
    exports: { ...(await grow((at) => write(exporter, at))), by: exporter.id }
  }
}

/** What looks too much is measured once more: something may have disturbed it. */
async function grow(work: (at: number) => unknown): Promise<Cost> {
  let [seconds, twice] = [await spent(() => work(0)), await spent(() => work(1))]
  const first = { seconds, growth: twice / seconds }
  if (isInReach(first) || twice > 10) return first
  globalThis.gc?.()
  seconds = Math.min(seconds, await spent(() => work(0)))
  twice = Math.min(twice, await spent(() => work(1)))
  return { seconds, growth: twice / seconds }
}

/** Seconds of the processor, whatever else the machine does. */
async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  // What is less than a millisecond may have been counted as none.
  return Math.max(1e-3, process.cpuUsage(before).user / 1e6)
}
