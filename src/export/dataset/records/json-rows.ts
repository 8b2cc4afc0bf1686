/** A list as JSON text, an element at a time; empty lists give `[]`. */
export function* jsonList<Value>(values: Iterable<Value>): Generator<string> {
  let start = '[\n'
  for (const value of values) {
    yield `${start}  ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`
    start = ',\n'
  }
  yield start === '[\n' ? '[]\n' : '\n]\n'
}

/** Values as JSON, one a line for every reader: some also end a line at the three escaped here. */
export function* jsonRows<Value>(values: Iterable<Value>): Generator<string> {
  for (const value of values) {
    const row = JSON.stringify(value)
    yield (
      (/[\u0085\u2028\u2029]/.test(row) ? row.replace(/[\u0085\u2028\u2029]/g, escaped) : row) +
      '\n'
    )
  }
}

function escaped(end: string): string {
  return `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`
}
