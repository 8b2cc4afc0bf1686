import * as v from 'valibot'
import { drop, keep, kept } from './small-store.ts'

const key = 'laegna.last-words'

const schema = v.object({
  projectId: v.string(),
  /** The stored revision that the texts were written on. */
  revision: v.number(),
  files: v.array(v.object({ path: v.string(), text: v.string() }))
})

/** Texts that a page could not store any more before it went. */
type LastWords = v.InferOutput<typeof schema>

/**
 * Keeps texts at once, without waiting: a page that is left has no time for the database. What is
 * too large for the small store goes without, as after a crash: the timed saves are all there is.
 */
export function keepLastWords(words: LastWords): void {
  keep(key, JSON.stringify(words))
}

/** Gives what an earlier page kept for a project, once. */
export function takeLastWords(projectId: string): LastWords | undefined {
  const words = kept(key, v.pipe(v.string(), v.parseJson(), schema))
  if (words?.projectId !== projectId) return undefined
  drop(key)
  return words
}

/** Nothing waits to be stored any more. */
export function dropLastWords(): void {
  drop(key)
}
