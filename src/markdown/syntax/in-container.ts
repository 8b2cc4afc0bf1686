/**
 * Where the words of a line begin that goes on in the containers whose marks another line began with;
 * undefined where it leaves one. Block quotes want their sign again, everything else as many blanks.
 */
export function inContainer(marks: string, line: string): number | undefined {
  // Lines of a footnote stand in by four, however long its label is.
  const parts = marks.replace(/\[\^[^\]]*\]:[ \t]*/, '    ').split('>')
  let at = 0
  for (const [index, part] of parts.entries()) {
    const isQuoted = index > 0
    const isLast = index === parts.length - 1
    if (isQuoted && (line[at] === ' ' || line[at] === '\t')) at++
    const own = isQuoted ? part.replace(/^[ \t]/, '') : part
    const width = !isLast && /^ {0,3}$/.test(own) ? 0 : columnsOf(own)
    const begin = afterBlanks(line, at, width)
    if (begin === undefined) return undefined
    at = begin
    if (isLast) continue
    const quote = /^ {0,3}>/.exec(line.slice(at))?.[0]
    if (quote === undefined) return undefined
    at += quote.length
  }
  return at
}

/** Past so many columns of blanks; a line that is blank from there on has as many as it needs. */
function afterBlanks(line: string, from: number, width: number): number | undefined {
  let column = 0
  let at = from
  while (column < width) {
    if (line[at] === ' ') column++
    else if (line[at] === '\t') column += 4 - (column % 4)
    else return line.slice(at).trim() === '' ? line.length : undefined
    at++
  }
  return column === width ? at : undefined
}

function columnsOf(text: string): number {
  let column = 0
  for (const character of text) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}
