import { compile, exporters, renderHtml } from '../../src/laegna.ts'
import { generators } from '../hostile/generators.ts'
import type { Generator } from '../hostile/generator.ts'
import { timed } from './measure.ts'
import type { Columns } from './table.ts'

/** How one pattern costs: seconds at its size, and how many times that twice as much of it takes. */
export interface Growth {
  what: string
  characters: number
  compile: Cost
  render: Cost
  /** Where the pattern makes cards. */
  anki?: Cost
}

interface Cost {
  seconds: number
  growth: number
}

/** An answer is to come within so many seconds, and twice the text is to take at most so many times as long. */
const reach = { seconds: 2, growth: 2.2 }
/** Below that many seconds the clock tells more of the machine than of the text. */
const tooShort = 0.1

export const growthColumns: Columns = [
  ['what', 40],
  ['characters', 10],
  ['compile', 15],
  ['preview', 15],
  ['Anki text', 15],
  ['reached', 7]
]

/** Measures every pattern whose name holds `part`, one after the other. */
export async function* measureHostile(part: string, share: number): AsyncGenerator<Growth> {
  await measure(generators['code, closed']!, 100)
  for (const [what, generator] of Object.entries(generators)) {
    if (!what.includes(part)) continue
    const count = Math.max(1, Math.round(generator.size * share))
    yield {
      what,
      characters: generator.write(count).length,
      ...(await measure(generator, count))
    }
  }
}

/** A growth in the cells of `growthColumns`. */
export function growthCells(growth: Growth): string[] {
  const { what, characters, compile, render, anki } = growth
  const times = [compile, render, anki].map((cost) =>
    cost ? `${cost.seconds.toFixed(2)} s, ${cost.growth.toFixed(1)} ×` : '–'
  )
  return [what, String(characters), ...times, isHarmless(growth) ? 'yes' : 'no']
}

/** Whether a pattern costs no more than it may. */
export function isHarmless({ compile, render, anki }: Growth): boolean {
  return [compile, render, anki].every(
    (cost) =>
      !cost ||
      (cost.seconds <= reach.seconds &&
        (cost.growth <= reach.growth || cost.seconds * cost.growth < tooShort))
  )
}

async function measure(
  generator: Generator,
  count: number
): Promise<Pick<Growth, 'compile' | 'render' | 'anki'>> {
  const texts = [generator.write(count), generator.write(2 * count)].map((text) => ({
    path: 'hostile.md',
    text
  }))
  const anki = exporters.find(({ id }) => id === 'anki-text')
  const projects = texts.map((file) => ({
    name: 'hostile',
    files: [file],
    compilation: compile([file])
  }))
  const makesCards = projects.every(({ compilation }) => compilation.cards.length > 0)
  return {
    compile: await grow((at) => compile([texts[at]!], { capture: 'all' })),
    render: await grow((at) => renderHtml(texts[at]!)),
    ...(makesCards && {
      anki: await grow((at) => anki?.run(projects[at]!, {}, { now: new Date(0), seed: 1 }))
    })
  }
}

/** The lesser of two runs each, where one is short enough to be disturbed. */
async function grow(work: (at: number) => unknown): Promise<Cost> {
  const seconds = await least(() => work(0))
  const twice = await least(() => work(1))
  return { seconds, growth: twice / seconds }
}

async function least(work: () => unknown): Promise<number> {
  globalThis.gc?.()
  const first = await timed(work)
  return first > 1 ? first : Math.min(first, await timed(work))
}
