/** Does the work once and answers the seconds it took; what it prepares or checks is not counted. */
export type Run = (round: number) => number | Promise<number>

/** Seconds of the runs of one side: the first, before anything is warm, and the median of the later ones. */
export interface Seconds {
  first: number
  median: number
}

/**
 * Measures two sides in turn, so that what disturbs the machine disturbs both: a first run each,
 * then `rounds` more, of which each side begins every second.
 */
export async function measurePair(
  rounds: number,
  ours: Run,
  peer: Run
): Promise<{ ours: Seconds; peer: Seconds }> {
  const seconds: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)
    for (const side of order) {
      globalThis.gc?.()
      seconds[side].push(await (side === 'ours' ? ours : peer)(round))
    }
  }
  return { ours: summary(seconds.ours), peer: summary(seconds.peer) }
}

/** Seconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function summary(all: number[]): Seconds {
  const [first = NaN, ...later] = all
  const sorted = later.sort((one, other) => one - other)
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { first, median }
}
