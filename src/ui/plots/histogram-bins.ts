/** A bar of a histogram: how many values lie from `from` up to, not including, `to`. */
export interface Bin {
  from: number
  to: number
  count: number
}

const BARS = 24
/** This part of the values is shown bar by bar, where the largest is more than `FAR` times as large. */
const MOST = 0.97
const FAR = 3

/**
 * Counts whole numbers into at most 24 bars that share the range from 0, all equally wide and of a round
 * width. Where a few values lie far out, one more bar at the end has all of them: else the many would
 * all be in the first. No values give no bars.
 */
export function histogramBins(values: number[]): Bin[] {
  if (values.length === 0) return []
  const sorted = values.toSorted((a, b) => a - b)
  const largest = Math.max(1, sorted.at(-1) ?? 0)
  const most = Math.max(1, sorted[Math.floor((sorted.length - 1) * MOST)] ?? 0)
  const edges = largest > FAR * most ? [...equal(most), largest + 1] : equal(largest)
  const bins = edges.slice(1).map((to, at): Bin => ({ from: edges[at] ?? 0, to, count: 0 }))
  let at = 0
  for (const value of sorted) {
    while (at < bins.length - 1 && value >= (bins[at]?.to ?? Infinity)) at++
    const bin = bins[at]
    if (bin) bin.count++
  }
  return bins
}

/** Bars that a number stands under: about five, at their beginnings. */
export function ticks(bins: Bin[]): { at: number; value: number }[] {
  const width = bins[0] ? bins[0].to - bins[0].from : 1
  const every = Math.max(1, Math.ceil(bins.length / 5))
  return bins.flatMap(({ from }, at) =>
    at % every === 0 && Math.round(from / width) === at
      ? [{ at: at / bins.length, value: from }]
      : []
  )
}

/** Edges of equally wide bars: 1, 2 or 5 times a power of ten apart. */
function equal(largest: number): number[] {
  const least = (largest + 1) / BARS
  const power = 10 ** Math.floor(Math.log10(least))
  const width = Math.max(1, power * ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10))
  const edges = [0]
  while ((edges.at(-1) ?? 0) <= largest) edges.push(Math.round(edges.length * width))
  return edges
}
