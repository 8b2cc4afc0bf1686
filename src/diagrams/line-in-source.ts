/** What the library takes out of a diagram before it counts its lines: a header, then comments. */
const header = /^-{3}\s*\n[\s\S]*?\n-{3}\s*\n+/
const comment = /^\s*%%(?!\{)[^\n]+$/

/** The line of a diagram's source, from 1, that the library means by a line of what it left of it. */
export function lineInSource(source: string, line: number): number {
  const before = header.exec(source)?.[0] ?? ''
  let seen = 0
  const lines = source.slice(before.length).split('\n')
  const at = lines.findIndex((text) => !comment.test(text) && ++seen === line)
  return before.split('\n').length + (at < 0 ? lines.length - 1 : at)
}
