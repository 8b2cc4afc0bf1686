import * as v from 'valibot'

const key = 'laegna.last-words'

const schema = v.object({
  projectId: v.string(),
  /** The stored revision that the texts were written on. */
  revision: v.number(),
  files: v.array(v.object({ path: v.string(), text: v.string() }))
})

/** Texts that a page could not store any more before it went. */
export type LastWords = v.InferOutput<typeof schema>

/**
 * Keeps texts at once, without waiting: a page that is left has no time for the database. What is
 * too large for this small store goes without, as after a crash.
 */
export function keepLastWords(words: LastWords): void {
  try {
    localStorage.setItem(key, JSON.stringify(words))
  } catch {
    // The timed saves, at least one each second, are all there is then.
  }
}

/** Gives what an earlier page kept for a project, once. */
export function takeLastWords(projectId: string): LastWords | undefined {
  try {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), localStorage.getItem(key))
    if (!read.success || read.output.projectId !== projectId) return undefined
    localStorage.removeItem(key)
    return read.output
  } catch {
    return undefined
  }
}

/** Nothing waits to be stored any more. */
export function dropLastWords(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept, nothing was.
  }
}
