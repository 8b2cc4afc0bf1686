/** Where the lines of a document let a math block close (L1.6): asked by line, from 1. */
export interface MathBlocks {
  /** The closing line for a block opened on `line`, or undefined where it is none. */
  closingLine(line: number, containerWidth: number): number | undefined
}

interface LineFacts {
  ends: boolean
  /** Its dollars stand alone, but for marks of lists and a label. */
  alone: boolean
  blank: boolean
  heading: boolean
}

/** Looks the lines over once, when the first `$$` asks. A parser sees one line at a time. */
export function mathBlocks(text: string): MathBlocks {
  let lines: string[] | undefined
  let next: NextLines | undefined

  return {
    closingLine(line, containerWidth) {
      lines ??= text.split(/\r\n|\n|\r/)
      next ??= nextLines(lines.map(lineFacts))
      const opener = bareLine(lines[line - 1] ?? '')
      const closing = closes(next, line - 1, isAlone(opener))
      return closing !== undefined && isContained(lines, line, closing, containerWidth)
        ? closing + 1
        : undefined
    }
  }
}

/** For each line, the index of the next later line with the property, or Infinity. */
interface NextLines {
  ends: number[]
  alone: number[]
  blank: number[]
  heading: number[]
}

function closes(next: NextLines, line: number, alone: boolean): number | undefined {
  const heading = next.heading[line] ?? Infinity
  const near = next.ends[line] ?? Infinity
  if (near < heading && near < (next.blank[line] ?? Infinity)) return near
  const far = next.alone[line] ?? Infinity
  return alone && far < heading ? far : undefined
}

function lineFacts(line: string): LineFacts {
  const bare = withoutLabel(bareLine(line))
  const dollars = bare.endsWith('$$')
  return {
    ends: dollars && (/(?<!\\)(\\*)\$\$$/.exec(bare)?.[1]?.length ?? 0) % 2 === 0,
    alone: isAlone(bare),
    blank: bare === '',
    heading: /^#{1,6}(?:[ \t]|$)/.test(bare)
  }
}

/** Whether a line is `$$`, after marks of lists. */
function isAlone(bare: string): boolean {
  return bare.replace(/^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/, '') === '$$'
}

/** A line without the marks of quotes, and without blanks at its ends. */
export function bareLine(line: string): string {
  return line.replace(/^[ \t>]+/, '').replace(/(?<![ \t])[ \t]+$/, '')
}

/** A bare line without the name that MyST puts behind a formula to refer to it: `$$ (euler)`. */
export function withoutLabel(line: string): string {
  return line.endsWith(')') ? line.replace(/(?<=\$\$)[ \t]*\([^()$]+\)$/, '') : line
}

function nextLines(facts: LineFacts[]): NextLines {
  const next: NextLines = { ends: [], alone: [], blank: [], heading: [] }
  const seen = { ends: Infinity, alone: Infinity, blank: Infinity, heading: Infinity }
  for (let line = facts.length - 1; line >= 0; line--) {
    for (const fact of ['ends', 'alone', 'blank', 'heading'] as const) {
      next[fact][line] = seen[fact]
      if (facts[line]?.[fact]) seen[fact] = line
    }
  }
  return next
}

/** A line with less than the container's indentation or marks has left the container. */
export function isContained(
  lines: string[],
  line: number,
  closing: number,
  width: number
): boolean {
  if (width === 0) return true
  return lines
    .slice(line, closing + 1)
    .every((text) => text.trim() === '' || /^[ \t>]*$/.test(text.slice(0, width)))
}
