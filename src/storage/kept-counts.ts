import * as v from 'valibot'
import { keep, kept } from './small-store.ts'

const key = 'laegna.counts'
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const countsSchema = v.object({
  blocks: count,
  chapters: count,
  cards: count,
  problems: v.object({ error: count, warning: count, info: count })
})
const keptSchema = v.object({ of: v.string(), counts: countsSchema })

/** How much was read of a project. */
export type Counts = v.InferOutput<typeof countsSchema>

/** Tells one stored state of a project from all others. */
export interface StoredState {
  id: string
  revision: number
  /** UTF-16 units of all texts. */
  size: number
}

/** Keeps how much was read of a project as it is stored, in a store that answers at once. */
export function keepCounts(state: StoredState, counts: Counts): void {
  keep(key, JSON.stringify({ of: nameOf(state), counts }))
}

/** How much this build read of a project as it is stored, where that is kept. */
export function keptCounts(state: StoredState): Counts | undefined {
  const known = kept(key, v.pipe(v.string(), v.parseJson(), keptSchema))
  return known?.of === nameOf(state) ? known.counts : undefined
}

function nameOf({ id, revision, size }: StoredState): string {
  return [import.meta.env['LAEGNA_BUILD'], id, revision, size].join(' ')
}
