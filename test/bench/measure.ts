import { median } from './spread.ts'

/** Does the work once and answers the seconds it took; what it prepares or checks is not counted. */
export type Run = (round: number) => number | Promise<number>

/** The first run, before anything is warm, and the median of the later ones. */
export interface Summary {
  first: number
  median: number
}

/** Both sides, and how many times the seconds of the peer are ours. */
export interface Pair {
  ours: Summary
  peer: Summary
  /** Of the first run, and the median of what the later rounds gave, each for itself. */
  share: Summary
}

/**
 * Measures two sides in turn, so that what disturbs the machine disturbs both: a first run each,
 * then `rounds` more, of which each side begins every second.
 */
export async function measurePair(rounds: number, ours: Run, peer: Run): Promise<Pair> {
  const seconds: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)
    for (const side of order) {
      globalThis.gc?.()
      seconds[side].push(await (side === 'ours' ? ours : peer)(round))
    }
  }
  const shares = seconds.ours.map((value, round) => value / seconds.peer[round]!)
  return { ours: summary(seconds.ours), peer: summary(seconds.peer), share: summary(shares) }
}

/** Seconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function summary(all: number[]): Summary {
  const [first = NaN, ...later] = all
  return { first, median: median(later) }
}
