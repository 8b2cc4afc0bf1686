/** A bar of a histogram: how many values lie from `from` up to, not including, `to`. */
export interface Bin {
  from: number
  to: number
  count: number
}

const BARS = 24

/**
 * Counts whole numbers into at most 24 bars that share the range from 0. Bars are equally wide, of
 * a round width; where a few values lie far out, each bar is twice as wide as the one before, so
 * that the many are not all in the first. No values give no bars.
 */
export function histogramBins(values: number[]): Bin[] {
  if (values.length === 0) return []
  const sorted = values.toSorted((a, b) => a - b)
  const largest = Math.max(1, sorted.at(-1) ?? 0)
  const middle = Math.max(1, sorted[sorted.length >> 1] ?? 0)
  const edges = largest > 16 * middle ? doubling(middle, largest) : equal(largest)
  const bins = edges.slice(1).map((to, at): Bin => ({ from: edges[at] ?? 0, to, count: 0 }))
  let at = 0
  for (const value of sorted) {
    while (at < bins.length - 1 && value >= (bins[at]?.to ?? Infinity)) at++
    const bin = bins[at]
    if (bin) bin.count++
  }
  return bins
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

function doubling(middle: number, largest: number): number[] {
  const edges = [0, 2 ** Math.max(0, Math.floor(Math.log2(middle)) - 3)]
  while ((edges.at(-1) ?? 0) <= largest) edges.push((edges.at(-1) ?? 1) * 2)
  return edges
}
