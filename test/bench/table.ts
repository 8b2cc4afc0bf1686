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

const heads = ['what', 'ours', 'peer', 'ratio', 'first run', 'reach', 'reached', 'checked']

/** The figures as a Markdown table. */
export function formatTable(figures: Figure[]): string {
  const rows = [heads, ...figures.map(cells)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  )
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** Whether a figure reaches what it is to reach. */
export function isReached({ ratio, reach }: Figure): boolean {
  return 'least' in reach ? ratio >= reach.least : ratio <= reach.most
}

function cells(figure: Figure): string[] {
  const { what, ours, peer, ratio, firstRatio, reach, checked } = figure
  const goal = 'least' in reach ? `at least ${reach.least} ×` : `at most ${reach.most} ×`
  const reached = isReached(figure) ? 'yes' : 'no'
  return [what, ours, peer, times(ratio), times(firstRatio), goal, reached, checked]
}

function times(ratio: number): string {
  return `${ratio.toPrecision(3)} ×`
}
