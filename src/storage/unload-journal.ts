import * as v from 'valibot'
import { newId } from './new-id.ts'
import { drop, keep, kept, keysUnder } from './small-store.ts'

const start = 'laegna.last-words'
/** Of this tab alone: a browser that quits closes all its tabs at once. */
const key = `${start}:${newId()}`

const fileSchema = v.object({
  path: v.string(),
  text: v.string(),
  /** Revision of the stored text that this one was made of. */
  base: v.number(),
  strand: v.string()
})

const wordsSchema = v.object({
  files: v.array(fileSchema),
  /** Files taken out, with the revision that was seen of each. */
  removed: v.optional(v.array(v.pick(fileSchema, ['path', 'base'])), []),
  /** The order of the files as it was stored when last seen, and as it shall be. */
  paths: v.optional(v.object({ before: v.array(v.string()), after: v.array(v.string()) }))
})

const keptSchema = v.object({ projectId: v.string(), ...wordsSchema.entries })

/** What a page could not store any more before it went. */
export type UnloadJournal = v.InferOutput<typeof wordsSchema>

/**
 * Keeps edits at once, without waiting: a page that is left has no time for the database. Says
 * whether there was room; without, as after a crash, the timed saves are all there is.
 */
export function keepJournal(projectId: string, words: UnloadJournal): boolean {
  keep(key, JSON.stringify({ projectId, ...words }))
  return keysUnder(key).length > 0
}

/** Gives what earlier pages kept for a project, once. */
export function takeJournal(projectId: string): UnloadJournal[] {
  return keysUnder(start).flatMap((key) => {
    const words = kept(key, v.pipe(v.string(), v.parseJson(), keptSchema))
    if (words?.projectId !== projectId) return []
    drop(key)
    return [words]
  })
}

/** Nothing of this tab waits to be stored any more. */
export function dropJournal(): void {
  drop(key)
}
