/** How the two sides of a card are written (A6). */
export interface AnkiOptions {
  /** Whether the front begins with the titles of the chapters that the question stands in. */
  context: boolean
  /** Between the titles of the context. */
  separator: string
  /** Whether the sides begin with `Q: ` and `A: `. */
  prefixes: boolean
}

/** As the seed had it (L3.4). */
export const ankiDefaults: AnkiOptions = { context: true, separator: ' / ', prefixes: true }
