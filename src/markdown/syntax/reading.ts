import type { ReadOptions } from '../reading/read-options.ts'

/** The paragraphs, headings and cells of one text that cost more than any real one. */
export interface Crowd {
  /** Where those begin that are known to, by offset: they are read as plain text with tags. */
  plain: ReadonlySet<number>
  /** Takes where those begin that are found to. */
  found: Set<number>
  /** Whether to stop, with `FoundEarly`, where one is found and most of the text is still to be read. */
  stopsEarly: boolean
}

/** Thrown where a text has to be read anew, before most of it was read in vain. */
export class FoundEarly extends Error {
  override name = 'FoundEarly'
}

/** What constructs ask of the text in which they stand. */
export interface Reading {
  text: string
  options: Required<ReadOptions>
  crowd: Crowd
}

let current: Reading | undefined

/** Does `work`, in which constructs read that text: they are the same for all texts, and made once. */
export function whileReading<T>(reading: Reading, work: () => T): T {
  const outer = current
  current = reading
  try {
    return work()
  } finally {
    current = outer
  }
}

/** What is read now. */
export function readingNow(): Reading {
  if (!current) throw new Error('No text is read now')
  return current
}

/** Gives what `make` makes of the text that is read now: once in a reading, when first asked for. */
export function ofReading<T extends object>(make: (reading: Reading) => T): () => T {
  const made = new WeakMap<Reading, T>()
  return () => {
    const reading = readingNow()
    const known = made.get(reading) ?? make(reading)
    made.set(reading, known)
    return known
  }
}
