/** One line of the table: a pair measured in one run. */
export interface Figure {
  what: string
  /** Values with their unit: `31.2 MB/s`, `0.28 s`. */
  ours: string
  peer: string
  /** How many times our rate is the peer's, or what part of the peer's time is ours. */
  ratio: number
  /** The ratio of the first run of each side, before anything was warm. */
  firstRatio: number
  /** The ratio to reach: at least for a rate, at most for a time. */
  reach: { least: number } | { most: number }
  /** What was counted in the results, to know that both sides did the work. */
  checked: string
}

/** Heads of the columns, each with the width that its cells are filled up to. */
export type Columns = readonly (readonly [head: string, width: number])[]

export const figureColumns: Columns = [
  ['what', 62],
  ['ours', 10],
  ['peer', 10],
  ['ratio', 7],
  ['first run', 9],
  ['reach', 14],
  ['reached', 7],
  ['checked', 30]
]

/** The two lines that begin a Markdown table, whose rows are still to be measured. */
export function tableHead(columns: Columns): string {
  const heads = columns.map(([head]) => head)
  const rule = `|${columns.map(([, width]) => '-'.repeat(width + 2)).join('|')}|`
  return `${tableRow(columns, heads)}\n${rule}`
}

/** A row of that table; a cell wider than its column moves the rest of the row. */
export function tableRow(columns: Columns, cells: string[]): string {
  return `| ${columns.map(([, width], at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`
}

/** Whether a figure reaches what it is to reach. */
export function isReached({ ratio, reach }: Figure): boolean {
  return 'least' in reach ? ratio >= reach.least : ratio <= reach.most
}

/** A figure in the cells of `figureColumns`. */
export function figureCells(figure: Figure): string[] {
  const { what, ours, peer, ratio, firstRatio, reach, checked } = figure
  const goal = 'least' in reach ? `at least ${reach.least} ×` : `at most ${reach.most} ×`
  const reached = isReached(figure) ? 'yes' : 'no'
  return [what, ours, peer, times(ratio), times(firstRatio), goal, reached, checked]
}

function times(ratio: number): string {
  return `${ratio.toPrecision(3)} ×`
}
