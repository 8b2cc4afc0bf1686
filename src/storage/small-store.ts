import * as v from 'valibot'

/*
 * The browser's small store: it answers at once, unlike the database, and may be forbidden. What is
 * put here is a choice or a last resort, so a store that says no is no trouble worth a word.
 */

/** One for all tabs, or one for this tab alone, which lives on when the tab is loaded again. */
type Store = 'localStorage' | 'sessionStorage'

/** Keeps a short text under a key such as `laegna.theme`, where the browser allows it. */
export function keep(key: string, value: string, store: Store = 'localStorage'): void {
  try {
    window[store].setItem(key, value)
  } catch {
    // Forbidden, or full.
  }
}

/** What is kept under a key, if it is sound by the schema. */
export function kept<Value>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  store: Store = 'localStorage'
): Value | undefined {
  try {
    const read = v.safeParse(schema, window[store].getItem(key))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

/** All keys that begin so. */
export function keysUnder(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}

/** Forgets what is kept under a key. */
export function drop(key: string, store: Store = 'localStorage'): void {
  try {
    window[store].removeItem(key)
  } catch {
    // Where nothing may be kept, nothing was.
  }
}
