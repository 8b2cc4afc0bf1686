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

const wordsSchema = v.object({ projectId: v.string(), files: v.array(fileSchema) })

/** A text that a page could not store any more before it went. */
export type LastWord = v.InferOutput<typeof fileSchema>

/**
 * Keeps texts at once, without waiting: a page that is left has no time for the database. Says
 * whether there was room; without, as after a crash, the timed saves are all there is.
 */
export function keepLastWords(projectId: string, files: LastWord[]): boolean {
  keep(key, JSON.stringify({ projectId, files }))
  return keysUnder(key).length > 0
}

/** Gives what earlier pages kept for a project, once. */
export function takeLastWords(projectId: string): LastWord[] {
  return keysUnder(start).flatMap((key) => {
    const words = kept(key, v.pipe(v.string(), v.parseJson(), wordsSchema))
    if (words?.projectId !== projectId) return []
    drop(key)
    return words.files
  })
}

/** Nothing of this tab waits to be stored any more. */
export function dropLastWords(): void {
  drop(key)
}
