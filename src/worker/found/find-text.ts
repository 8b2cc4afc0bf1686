import type { SourceFile } from '../../laegna.ts'

/** What is looked for. */
export interface FindQuery {
  text: string
  /** Whether `text` is a regular expression. */
  regex: boolean
  matchCase: boolean
  wholeWords: boolean
}

/** A place where it stands. */
export interface Match {
  /** Offsets in UTF-16 units. */
  start: number
  end: number
  /** From 1. */
  line: number
  /** What stands around it in its line, cut where it is long. */
  before: string
  text: string
  after: string
}

/** The matches of one file. */
export interface FoundFile {
  path: string
  /** The first of them. */
  matches: Match[]
  /** How many there are. */
  count: number
}

const shownBefore = 16
const shownAfter = 80

/** The expression that finds a query; throws a `SyntaxError` where it is none. */
export function expressionOf({ text, regex, matchCase, wholeWords }: FindQuery): RegExp {
  const source = regex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const whole = wholeWords ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source
  return new RegExp(whole, matchCase ? 'gmu' : 'gimu')
}

/** Finds a query in files, at most `most` matches of all; files without any are left out. */
export function findInFiles(files: SourceFile[], query: FindQuery, most: number): FoundFile[] {
  const expression = expressionOf(query)
  let left = most
  return files.flatMap(({ path, text }) => {
    const matches: Match[] = []
    const lines = lineCounter(text)
    let count = 0
    for (const found of text.matchAll(expression)) {
      if (found[0] === '') continue
      count++
      if (left === 0) continue
      left--
      matches.push(matchAt(text, found.index, found[0], lines(found.index)))
    }
    return count > 0 ? [{ path, matches, count }] : []
  })
}

/**
 * Puts `replacement` in place of all matches, or of the one that starts at `only`. In the text for
 * an expression `$1` stands for its first group. Gives the files that changed.
 */
export function replaceInFiles(
  files: SourceFile[],
  query: FindQuery,
  replacement: string,
  only?: number
): { files: SourceFile[]; count: number } {
  const expression = expressionOf(query)
  const put = query.regex ? replacement : replacement.replaceAll('$', '$$$$')
  let count = 0
  const changed = files.flatMap(({ path, text }) => {
    let replaced = ''
    let at = 0
    for (const found of text.matchAll(expression)) {
      const { index } = found
      if (found[0] === '' || (only !== undefined && index !== only)) continue
      replaced += text.slice(at, index) + expand(put, found)
      at = index + found[0].length
      count++
    }
    replaced += text.slice(at)
    return replaced === text ? [] : [{ path, text: replaced }]
  })
  return { files: changed, count }
}

/** What a replacement with `$1` and the like comes to for one match. */
function expand(put: string, found: RegExpExecArray): string {
  return put.replace(/\$(\$|&|\d{1,2}|<[^>]*>)/g, (whole, name: string) => {
    if (name === '$') return '$'
    if (name === '&') return found[0]
    if (name.startsWith('<')) return found.groups?.[name.slice(1, -1)] ?? ''
    return Number(name) < found.length ? (found[Number(name)] ?? '') : whole
  })
}

function matchAt(text: string, start: number, found: string, line: number): Match {
  const end = start + found.length
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const from = Math.max(lineStart, start - shownBefore)
  return {
    start,
    end,
    line,
    before: (from > lineStart ? '…' : '') + text.slice(from, start).trimStart(),
    text: found.slice(0, shownAfter),
    after: text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + shownAfter))
  }
}

/** Counts lines up to places that come in order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = text.indexOf('\n')
  return (offset) => {
    while (at !== -1 && at < offset) {
      line++
      at = text.indexOf('\n', at + 1)
    }
    return line
  }
}
