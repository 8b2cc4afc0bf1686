/** Text that costs a careless reader far more than its length is worth. */
export interface Generator {
  /** How often the bench repeats the pattern; a hostile user would try about as much. */
  size: number
  /** The pattern, repeated or nested `count` times. */
  write(count: number): string
}

/** Generators by what they write. */
export type Generators = Record<string, Generator>

/** `pattern` again and again, numbered where it asks for a number. */
export function repeated(
  size: number,
  pattern: string | ((at: number) => string),
  before = '',
  after = ''
): Generator {
  return {
    size,
    write: (count) => {
      if (typeof pattern === 'string') return before + pattern.repeat(count) + after
      return before + Array.from({ length: count }, (_, at) => pattern(at)).join('') + after
    }
  }
}

/** `open` repeated, then `middle`, then `close` as often. */
export function nested(size: number, open: string, middle: string, close: string): Generator {
  return { size, write: (count) => open.repeat(count) + middle + close.repeat(count) }
}
