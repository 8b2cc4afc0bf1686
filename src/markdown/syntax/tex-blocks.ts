import { readsAsTex } from '../tree/reads-as-tex.ts'

/** Where blocks of TeX close that begin with a backslash (N2): `\[` … `\]`, or an environment. */
export interface TexBlocks {
  /**
   * The closing line of a block that opens at an offset of `line`, from 1; undefined where none does.
   * One that `interrupts` a paragraph stands in no formula that began there.
   */
  closingLine(
    line: number,
    offset: number,
    containerWidth: number,
    interrupts: boolean
  ): number | undefined
  /** Where the environment ends that begins at an offset; undefined where none does. */
  environmentEnd(offset: number): number | undefined
}

/** The environments that make a display of their own, with or without a star. */
const opener =
  /\\(?:\[|begin\{(?:align(?:at|ed|edat)?|array|CD|[dr]?cases|eqnarray|equation|flalign|gather(?:ed)?|multline|[bBpvV]?matrix|smallmatrix|split|x{1,2}alignat)\*?\})/y
const endsLine = /^[ \t]*(?:[\r\n]|$)/
/** Longer formulas are drawn nowhere. */
const LONGEST = 20_000

interface Line {
  start: number
  /** Without the marks of block quotes and blanks around. */
  bare: string
}

/** Looks a text over when the first backslash asks. */
export function texBlocks(text: string): TexBlocks {
  let facts: Facts | undefined
  return {
    closingLine(line, offset, containerWidth, interrupts) {
      opener.lastIndex = offset
      const mark = opener.exec(text)?.[0]
      if (mark === undefined) return undefined
      facts ??= factsOf(text)
      const closing =
        mark === '\\['
          ? bracketEnd(text, facts, line - 1, offset)
          : environmentEnd(text, facts, line - 1, offset, interrupts)
      if (closing === undefined || !isContained(text, facts.lines, line, closing, containerWidth)) {
        return undefined
      }
      return closing + 1
    },
    environmentEnd(offset) {
      opener.lastIndex = offset
      const isBegin = text.startsWith('\\begin', offset) && opener.test(text)
      return isBegin ? (facts ??= factsOf(text)).environments.get(offset) : undefined
    }
  }
}

interface Facts {
  lines: Line[]
  /** For each line, the index of the next later one that ends with a closer, or is blank or a heading. */
  nextEnd: number[]
  nextStop: number[]
  /** For each line, whether a formula may have begun before it in its paragraph. */
  afterMath: boolean[]
  /** Where environments end, by the offsets at which they begin. */
  environments: Map<number, number>
}

function factsOf(text: string): Facts {
  const lines = linesOf(text)
  const [nextEnd, nextStop]: [number[], number[]] = [[], []]
  let [end, stop] = [Infinity, Infinity]
  for (let at = lines.length - 1; at >= 0; at--) {
    nextEnd[at] = end
    nextStop[at] = stop
    const bare = lines[at]?.bare ?? ''
    if (isStop(bare)) stop = at
    if (endsWithCloser(bare)) end = at
  }
  let hasMath = false
  const afterMath = lines.map(({ bare }) => {
    const before = hasMath
    hasMath = bare !== '' && (hasMath || /\$|\\[([]/.test(bare))
    return before
  })
  return { lines, nextEnd, nextStop, afterMath, environments: environmentsIn(text) }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({
      start,
      bare: text
        .slice(start, index)
        .replace(/^[ \t>]+/, '')
        .trimEnd()
    })
    start = index + end.length
  }
  return lines
}

function isStop(bare: string): boolean {
  return bare === '' || /^#{1,6}(?:[ \t]|$)/.test(bare)
}

/** A backslash before a backslash is a line break of TeX. */
function endsWithCloser(bare: string): boolean {
  return bare.endsWith('\\]') && (/\\+(?=\]$)/.exec(bare)?.[0].length ?? 0) % 2 === 1
}

/** `\[` alone on its line begins a formula; with words behind it they have to read as TeX. */
function bracketEnd(
  text: string,
  { lines, nextEnd, nextStop }: Facts,
  line: number,
  offset: number
): number | undefined {
  const closing = nextEnd[line] ?? Infinity
  if (closing >= (nextStop[line] ?? Infinity)) return undefined
  const opened = text.slice(offset + 2, lines[line + 1]?.start).trimEnd()
  let content = opened
  for (let at = line + 1; at <= closing; at++) {
    const next = lines[at]?.bare ?? ''
    if (next.includes('\\[') || content.length > LONGEST) return undefined
    content += `\n${next}`
  }
  content = content.slice(0, -2)
  if (content.trim() === '') return undefined
  const isSure = opened === ''
  return isSure || readsAsTex(content, { bracket: '[', before: '', after: '' })
    ? closing
    : undefined
}

function environmentEnd(
  text: string,
  { lines, afterMath, environments }: Facts,
  line: number,
  offset: number,
  interrupts: boolean
): number | undefined {
  const end = environments.get(offset)
  if (end === undefined || (interrupts && afterMath[line])) return undefined
  return endsLine.test(text.slice(end, end + 200)) ? lineAt(lines, end) : undefined
}

/** Each `\begin{x}` with its `\end{x}`, unless a blank line or heading stands between. */
function environmentsIn(text: string): Map<number, number> {
  const found = new Map<number, number>()
  let open: { name: string; start: number }[] = []
  const signs =
    /\\\\|\\(begin|end)\{([a-zA-Z]+\*?)\}|(?:\r\n|\n|\r)[ \t>]*(?=[\r\n]|#{1,6}[ \t\r\n])/g
  for (const { 0: sign, 1: side, 2: name = '', index } of text.matchAll(signs)) {
    if (side === 'begin') open.push({ name, start: index })
    else if (side === 'end') {
      const last = open.pop()
      if (last?.name === name) found.set(last.start, index + sign.length)
      else open = []
    } else if (sign !== '\\\\') open = []
  }
  return found
}

function lineAt(lines: Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? Infinity) <= offset) low = middle
    else high = middle
  }
  return low
}

/** A line with less than the container's indentation or marks has left the container. */
function isContained(
  text: string,
  lines: Line[],
  line: number,
  closing: number,
  width: number
): boolean {
  if (width === 0) return true
  return lines
    .slice(line, closing + 1)
    .every(({ start }) => /^[ \t>]*$/.test(text.slice(start, start + width)))
}
