import type { SourceRange } from '../tree/container-marks.ts'
import { isWholeCode, withoutCode } from './code-spans.ts'
import { withoutTags } from './inline-html.ts'
import { placeAmong, withoutRanges } from '../tree/without-ranges.ts'

/** Tags and what comes near them, links to notes, HTML, lone `$$` and formulas of LaTeX, private comments, names of blocks, what Logseq adds. */
const heeded =
  /\[[ \t]*\/|\/[ \t]*\]|\[[ \t]*(?:[tqa]|(?:block|chap)[a-z]*)[ \t]*\]|\[\[|<[a-z/!?]|(?:^|[\r\n])[ \t>]*\$\$[ \t]*(?=[\r\n]|$)|%%|\\[([]|(?<!\S)\^|[^\s:]::(?=\s|$)|:(?:logbook|properties):|(?:scheduled|deadline|closed): <|#\+begin_|\(\([\da-f]{8}-|\{\{[a-z]+ /i
/** What is heeded holds one of these; most text has none. */
const signs = /[[\]<$%\\^{]|::|:[lLpP]|\(\(|#\+/
/** The end of a label before what may be no address. */
const oddAddress = /\]\((?![^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?:[ \t]+"[^"()\r\n]*")?[ \t]*\))/
/** Words or a sign come first that hides nothing and is no blank, whatever marks stand before it; or a picture. */
const beginsWithWords = /^(?:!\[|[*_[]*[^\s\p{Cc}*_[\]~=!&\\<%^{}])/u
/** Marks that an item of a list begins with, and those in it. */
const itemMarks = /^(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+(?:\[[ xX]\][ \t]+)?(?![|>#:+-])/

const itemAtEdge = /^(?:[-+*]|\d{1,9}[.)]) {1,4}\S/

/** Marks of tasks that Logseq has at the begin of items. */
const taskMark =
  /(?:^|[\r\n>])[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+(?:TODO|DOING|DONE|LATER|NOW|WAIT|CANCEL|IN-PROGRESS)/

/** Marks of so many containers in a row, or so many characters, may stand in each other too deeply to be read. */
const deep = /^>(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){3}/m
const LONG_QUOTE = 10_000

/** What code may hold that somebody asks for: tags. */
const tagInCode = /\[\/|\/\]/

const none: readonly SourceRange[] = []

/** So many marks the parser reads in one paragraph, with some room to what it takes for too many. */
const MOST_MARKS = 900
/** Characters that may be looked at for signs that have no end, in all and for each of the paragraph. */
const MOST_LOOKS = 15_000
const LOOKS_EACH = 30

/**
 * The comments in some inline content that is words to all but those who show it: it has words, no tag, no
 * other HTML that anybody asks for, and nothing in it can be a problem. Undefined for any other.
 */
export function plainWords(source: string): readonly SourceRange[] | undefined {
  const hasWords = beginsWithWords.test(source) || beginsWithTag(source)
  const comments: SourceRange[] = []
  return hasWords && isUnheeded(source, comments) && !isCrowded(source) ? comments : undefined
}

/** Whether HTML comes first that stands for itself. */
function beginsWithTag(source: string): boolean {
  return source.startsWith('<') && !withoutTags(source).startsWith('<')
}

/** The same of a list, of which `fences` are code: its items have words, and nothing defines what they refer to. */
export function plainList(
  list: string,
  fences: readonly SourceRange[]
): readonly SourceRange[] | undefined {
  const source = withoutRanges(list, fences)
  const marks = itemMarks.exec(source)?.[0].length ?? 0
  if (marks === 0 || !beginsWithWords.test(source.slice(marks, marks + 40))) return undefined
  if (source.includes(']:') || taskMark.test(source)) return undefined
  if (fences.length > 0 && tagInCode.test(list)) return undefined
  // The whole is crowded if a part of it is.
  const isCrowdedSomewhere =
    isCrowded(source) &&
    source
      .split(/\n[ \t\r]*\n/)
      .some((paragraph) => isCrowded(paragraph) && !areSpareItems(paragraph))
  if (isCrowdedSomewhere) return undefined
  return plainParagraphs(source, paragraphsOf(source), /^ {0,5}(?![ \t])/)?.map(
    ({ start, end }) => ({
      start: placeAmong(start, fences),
      end: placeAmong(end, fences)
    })
  )
}

/** Whether each line is an item of its own, at the left edge, and none is crowded. */
function areSpareItems(lines: string): boolean {
  return lines.split('\n').every((line) => itemAtEdge.test(line) && !isCrowded(line))
}

/** The same of a quote of which each line has its mark; what stands in lines of code counts as if it were words. */
export function plainQuote(source: string): readonly SourceRange[] | undefined {
  if (source.length > LONG_QUOTE || deep.test(source)) return undefined
  const [words = ''] = source.replace(/^>[ ]?/, '').split('\n', 1)
  if (!beginsWithWords.test(words.slice(0, 40)) || words.startsWith('![')) return undefined
  if (/[$]|\]:|^[ >]*\[!/m.test(source) || taskMark.test(source)) return undefined
  const paragraphs = paragraphsOf(source)
  if (paragraphs.some(isCrowded)) return undefined
  if (source.includes('<!--') && source.includes('~~~')) return undefined
  return plainParagraphs(source, paragraphs, /^(?:> ?)+ {0,3}(?![ \t])/)
}

/** The same of the cells of a table, row by row; those with comments or formulas only the parser reads. */
export function plainCells(source: string): readonly SourceRange[] | undefined {
  if (/\\\||<!--/.test(source)) return undefined
  const arePlain = source.split('\n').every((row) => {
    const isSure = !row.includes('$') && !isHeeded(row)
    return (isSure || row.split('|').every(isPlainCell)) && !isCrowded(row)
  })
  return arePlain ? none : undefined
}

function isPlainCell(cell: string): boolean {
  return !withoutCode(cell).includes('$') && isUnheeded(cell)
}

/** What stands apart in a list or quote, by blank lines and by marks; more than once where marks are words. */
function paragraphsOf(source: string): string[] {
  return source.split(/\n(?=[ \t\r>]*\n|[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t])/)
}

/**
 * The comments in some paragraphs of a list or quote, one line behind the other; undefined where more in them is heeded.
 * Lines with comments begin as `edge` says, and not with a sign of HTML: then they are no code, and the comments stand for themselves.
 */
function plainParagraphs(
  source: string,
  paragraphs: readonly string[],
  edge: RegExp
): SourceRange[] | undefined {
  const all: SourceRange[] = []
  if (!isHeeded(source)) return all
  let from = 0
  for (const words of paragraphs) {
    const comments: SourceRange[] = []
    if (!isWholeCode(words) || !isUnheeded(words, comments)) return undefined
    if (comments.length > 0 && !words.split('\n').every((line) => isPlainLine(line, edge))) {
      return undefined
    }
    for (const { start, end } of comments) {
      if (words.slice(start, end).includes('\n')) return undefined
      all.push({ start: from + start, end: from + end })
    }
    from += words.length + 1
  }
  return all
}

function isPlainLine(line: string, edge: RegExp): boolean {
  return edge.test(line) && !/^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*[ \t>]*</.test(line)
}

/** Whether nothing in some inline content is heeded but comments, which are put into `comments`. */
function isUnheeded(source: string, comments: SourceRange[] = []): boolean {
  if (!isHeeded(source)) return true
  // In words of pictures code is none.
  if (/<!--|%%/.test(source) && source.includes('![')) return false
  return !isHeeded(withoutTags(withoutCode(source, comments)))
}

function isHeeded(source: string): boolean {
  if (!signs.test(source)) return false
  return heeded.test(source) || (source.includes('](') && oddAddress.test(source))
}

/** Whether there may be so many marks that the parser takes a paragraph for plain text. */
export function isCrowded(source: string): boolean {
  const { length } = source
  if (length > MOST_MARKS && (source.match(/[!*=[\]_~]/g)?.length ?? 0) > MOST_MARKS) return true
  const runs = source.includes('``') ? (source.match(/`+/g)?.length ?? 0) : 1
  const notes = source.includes('^[') ? source.split('^[').length - 1 : 0
  return (runs + notes) * length > MOST_LOOKS + LOOKS_EACH * length
}
