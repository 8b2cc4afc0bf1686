import { cpus, loadavg } from 'node:os'
import { figureCells, figureColumns, isReached, tableHead, tableRow, type Figure } from './table.ts'

/** Says on which machine is measured: as words, or as one JSON object. */
export function printMachine(json: boolean): void {
  const processors = cpus()
  const machine = {
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    processors: `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}`,
    load: loadavg()[0] ?? 0
  }
  if (json) {
    console.log(JSON.stringify(machine))
    return
  }
  console.log(`Node ${machine.node} on ${machine.system},\n${machine.processors}\n`)
  if (machine.load > processors.length / 2) {
    console.log('Other programs keep this machine busy: expect the ratios to waver.\n')
  }
}

/** Measures what has `only` in its name, and prints each figure as soon as it is there: a row of a table, or a JSON object. */
export async function printFigures(
  measures: Record<string, () => Promise<Figure>>,
  { only, json }: { only: string; json: boolean }
): Promise<void> {
  if (!json) console.log(tableHead(figureColumns))
  for (const [name, measure] of Object.entries(measures)) {
    if (!name.includes(only)) continue
    try {
      const figure = await measure()
      const row = json
        ? JSON.stringify({ name, ...figure, reached: isReached(figure) })
        : tableRow(figureColumns, figureCells(figure))
      console.log(row)
    } catch (error) {
      // One peer that cannot be had must not hide the other figures.
      console.error(`${name} left out: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
