/** A list as JSON text, an element at a time; empty lists give `[]`. */
export function* jsonList<Value>(values: Iterable<Value>): Generator<string> {
  let start = '[\n'
  for (const value of values) {
    yield `${start}  ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`
    start = ',\n'
  }
  yield start === '[\n' ? '[]\n' : '\n]\n'
}

/** Values as JSON, one a line for every reader. */
export function* jsonRows<Value>(values: Iterable<Value>): Generator<string> {
  for (const value of values) yield asciiControls(JSON.stringify(value)) + '\n'
}

/** JSON without what some readers end a line at, and without the control characters that JSON lets in as they are. */
export function asciiControls(json: string): string {
  return odd.test(json) ? json.replace(allOdd, escaped) : json
}

const odd = /[\x7f-\x9f\u2028\u2029]/
const allOdd = new RegExp(odd, 'g')

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
