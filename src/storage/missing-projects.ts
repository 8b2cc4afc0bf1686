import * as v from 'valibot'
import { keep, kept } from './small-store.ts'

const key = 'laegna.projects'
const rollSchema = v.array(v.object({ id: v.string(), name: v.string() }))

/** A project that should be there. */
export type Rolled = v.InferOutput<typeof rollSchema>[number]

/** Notes which projects there are, in another store than theirs: so that a loss is seen. */
export function noteProjects(projects: Rolled[]): void {
  keep(key, JSON.stringify(projects.map(({ id, name }) => ({ id, name }))))
}

/** Projects that were there at the last visit and are not among these: nobody deleted them. */
export function missingProjects(ids: Iterable<string>): Rolled[] {
  const present = new Set(ids)
  return (noted() ?? []).filter(({ id }) => !present.has(id))
}

/** Whether this browser was here before, as far as it tells. */
export function wasHere(): boolean {
  return noted() !== undefined
}

function noted(): Rolled[] | undefined {
  return kept(key, v.pipe(v.string(), v.parseJson(), rollSchema))
}
