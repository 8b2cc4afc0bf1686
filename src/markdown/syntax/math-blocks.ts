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

/** The lines of a text, from 1, without their ends. */
interface TextLines {
  readonly count: number
  lineAt: (number: number) => string
}

/** Where the math blocks of a text close. A parser sees one line at a time. */
export function mathBlocks(text: string): MathBlocks {
  let lines: string[] | undefined
  const all = (): string[] => (lines ??= text.split(/\r\n|\n|\r/))
  return mathBlocksIn({
    get count() {
      return all().length
    },
    lineAt: (number) => all()[number - 1] ?? ''
  })
}

/** The same for lines that need not be read all: each `$$` looks no farther than to where it closes. */
export function mathBlocksIn(lines: TextLines): MathBlocks {
  const near = new NextLine(lines, ({ ends, blank, heading }) => ends || blank || heading)
  const far = new NextLine(lines, ({ alone, heading }) => alone || heading)
  return {
    closingLine(line, containerWidth) {
      const closing = closes(line)
        ? near.after(line)
        : closesFar(line)
          ? far.after(line)
          : undefined
      return closing !== undefined && isContained(() => between(line, closing), containerWidth)
        ? closing
        : undefined
    }
  }

  function closes(line: number): boolean {
    const { ends, heading } = factsAt(near.after(line))
    return ends && !heading
  }

  function closesFar(line: number): boolean {
    if (!isAlone(bareLine(lines.lineAt(line)))) return false
    const { alone, heading } = factsAt(far.after(line))
    return alone && !heading
  }

  function factsAt(line: number): LineFacts {
    return lineFacts(lines.lineAt(line))
  }

  function between(line: number, closing: number): string[] {
    return Array.from({ length: closing - line }, (_, at) => lines.lineAt(line + 1 + at))
  }
}

/** The next line of a kind: for all lines up to it, it is looked for once. */
class NextLine {
  readonly #lines: TextLines
  readonly #isOne: (facts: LineFacts) => boolean
  #from = 0
  #found = 0

  constructor(lines: TextLines, isOne: (facts: LineFacts) => boolean) {
    this.#lines = lines
    this.#isOne = isOne
  }

  /** Behind a line; one more than there are where there is none. */
  after(line: number): number {
    if (line >= this.#from && line < this.#found) return this.#found
    const { count, lineAt } = this.#lines
    let next = line + 1
    while (next <= count && !this.#isOne(lineFacts(lineAt(next)))) next++
    this.#from = line
    this.#found = next
    return next
  }
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

/** Lines of which none has left the container: it would have less than its indentation or marks. */
export function isContained(lines: () => string[], width: number): boolean {
  if (width === 0) return true
  return lines().every((text) => text.trim() === '' || /^[ \t>]*$/.test(text.slice(0, width)))
}
