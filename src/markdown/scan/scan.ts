import { codes } from 'micromark-util-symbol'
import { mayHoldDefinitions } from '../syntax/definition-lines.ts'
import { mathBlocks } from '../syntax/math-blocks.ts'
import { mayHoldOutline, outlineLines } from '../syntax/outline-lines.ts'
import { definitionOf } from './definition.ts'
import { fenceInfo, fenceSize, findFenceEnd } from './fence.ts'
import { footnoteOf } from './footnote.ts'
import { headingDepth, headingNodes, underlineDepth } from './heading.ts'
import { findHtmlEnd, holdsComments, htmlKind } from './html.ts'
import { inlineNodes } from './inline.ts'
import type { DocumentSurroundings } from './labels.ts'
import { Lines } from './lines.ts'
import { findListEnd } from './list.ts'
import { listItems } from './list-items.ts'
import { isThematicBreak, listMarker } from './list-marker.ts'
import { findMarkedEnd } from './marked-lines.ts'
import { findMathEnd, mayOpenMath } from './math.ts'
import { afterParagraphLine, beginsTex, mayDefine, mayDescribe } from './paragraph.ts'
import type { Part, Stretch } from './part.ts'
import { plainCells, plainList, plainQuote, plainWords } from './plain-words.ts'
import { quoteTree } from './quote.ts'
import { endOfRun } from './run.ts'
import { outlineNode } from '../tree/outline-nodes.ts'
import { findTableEnd } from './table.ts'
import { tagAlone, tagAt } from './tag.ts'

/** A line that may begin a private comment and not end it. */
const loneSign = /^(?!.*%%.*%%).*%%/m

/** What stands in brackets is no label if it has more characters, with some room. */
const LONGEST_LABEL = 1100

/**
 * Cuts a chunk of a document into blocks it is sure of and runs of lines that the parser has to read, in
 * order; with blank lines between. Undefined where a run may reach over its end, or where something in it
 * has to be looked for in all of the chunk. `surroundings` tells what the document around it makes certain.
 */
export function scan(text: string, surroundings: DocumentSurroundings): Part[] | undefined {
  if (text.includes('\0') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined
  const parts: Part[] = []
  const noteLinks = surroundings.noteLinks && !text.includes(']:')
  const lines = new ChunkLines(text, { ...surroundings, noteLinks })
  let line = 0
  let wasBlank = true
  let isBehindComment = false
  for (let at = 0; at < text.length;) {
    lines.read(at)
    if (lines.isBlank) {
      at = lines.next
      line++
      wasBlank = true
      continue
    }
    const part: Part | undefined = isBehindComment
      ? behindComment(lines, line)
      : partAt(lines, line)
    if (!part) return undefined
    // Whether an environment of TeX ends a paragraph, lines above tell that are no part of it.
    if (part.kind === 'run' && !wasBlank && text.slice(part.start, part.end).includes('\\begin{')) {
      return undefined
    }
    wasBlank = false
    parts.push(part)
    isBehindComment = isPrivate(part) && !lines.isBlankFrom(part.end)
    at = isBehindComment ? part.end : lines.next
    if (part.kind === 'run') line += countLines(text, part.start, at)
    else line = ('endLine' in part ? part.endLine : line) + (isBehindComment ? 0 : 1)
  }
  return parts
}

/** What begins with a line; afterwards `lines` stands on its last one. */
function partAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, first, code, column, end } = lines
  if (column > 3) return runAt(lines, line)
  switch (code) {
    case codes.numberSign: {
      const depth = headingDepth(lines)
      return depth > 0 ? headingAt(lines, line, depth) : paragraphAt(lines, line)
    }
    case codes.graveAccent:
    case codes.tilde:
      return fenceSize(lines) > 0 ? codeAt(lines, line) : paragraphAt(lines, line)
    case codes.asterisk:
    case codes.dash:
    case codes.underscore:
      if (isThematicBreak(lines)) return { kind: 'thematicBreak', start: first, end, line }
      return listMarker(lines) ? listAt(lines, line) : paragraphAt(lines, line)
    case codes.dollarSign:
      return mayOpenMath(lines) ? mathAt(lines, line) : paragraphAt(lines, line)
    case codes.greaterThan:
      return quoteAt(lines, line)
    case codes.verticalBar:
      return tableAt(lines, line)
    case codes.percentSign:
      return text.charCodeAt(first + 1) === code ? commentAt(lines, line) : paragraphAt(lines, line)
    case codes.colon:
      return mayDescribe(lines) ? undefined : paragraphAt(lines, line)
    case codes.lessThan:
      return htmlAt(lines, line)
    case codes.equalsTo:
      return runAt(lines, line)
    case codes.leftSquareBracket:
      return bracketAt(lines, line)
    case codes.backslash:
      return beginsTex(text, first) ? runAt(lines, line) : paragraphAt(lines, line)
    default:
      return listMarker(lines) ? listAt(lines, line) : paragraphAt(lines, line)
  }
}

function headingAt(lines: ChunkLines, line: number, depth: number): Part {
  const { first, start, end } = lines
  const children = headingNodes(lines, depth, line, lines.surroundings)
  if (!children) return { kind: 'run', start, end, line }
  return { kind: 'heading', start: first, end, line, endLine: line, depth: depth as 1, children }
}

/** The heading that the line makes of the words above it which is read now; undefined where that is not certain. */
function underlinedAt(lines: ChunkLines, title: Stretch, endLine: number): Part | undefined {
  const { text, end, surroundings } = lines
  const depth = underlineDepth(lines)
  const mayBeOutline = lines.mayHoldOutline && mayHoldOutline(text.slice(title.start, title.end))
  if (depth === 0 || mayBeOutline) return undefined
  const children = inlineNodes(text, title, surroundings)
  return children && { kind: 'heading', ...title, end, endLine, depth, children }
}

function bracketAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, first } = lines
  const value = tagAlone(lines)
  if (value !== undefined) {
    return { kind: 'tagBlock', start: first, end: first + value.length, line, value }
  }
  const isWords =
    tagAt(text, first) !== undefined || !mayDefine(text.slice(first, first + LONGEST_LABEL), false)
  return isWords ? paragraphAt(lines, line) : definitionAt(lines, line)
}

function htmlAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start } = lines
  const kind = htmlKind(lines)
  if (kind === 0) return paragraphAt(lines, line)
  if (kind === undefined) return runAt(lines, line)
  if (!findHtmlEnd(lines, kind)) return undefined
  const { end } = lines
  const value = text.slice(start, end)
  if (holdsComments(value)) return runFrom(start, lines, line)
  const endLine = line + countLines(text, start, lines.start)
  return { kind: 'html', start, end, line, endLine, value }
}

/** A private comment (N2) that begins a line; undefined where nothing ends it, a run where it is a piece of the line. */
function commentAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, first, end } = lines
  if (!lines.surroundings.noteSyntax || text.charAt(first + 2) === '%') return undefined
  const close = text.indexOf('%%', first + 2)
  if (close < 0) return undefined
  while (lines.next <= close) lines.read(lines.next)
  if (close < end && !lines.isBlankFrom(close + 2)) return runFrom(start, lines, line)
  const endLine = line + countLines(text, start, lines.start)
  return { kind: 'html', start: first, end: close + 2, line, endLine, value: '' }
}

/** What stands behind the end of such a comment on other lines: a paragraph, whatever it begins with. */
function behindComment(lines: ChunkLines, line: number): Part | undefined {
  // By itself it may be another block.
  if (!/\p{L}/u.test(lines.text.charAt(lines.first))) return undefined
  const part = paragraphAt(lines, line)
  return part?.kind === 'run' ? undefined : part
}

function isPrivate(part: Part): boolean {
  return part.kind === 'html' && part.value === ''
}

function listAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, first } = lines
  const code = findListEnd(lines)
  const { end } = lines
  const source = text.slice(start, end)
  if (!code) return runFrom(start, lines, line)
  if (lines.mayHoldOutline && mayHoldOutline(source)) {
    return itemsAt(lines, start, first, line) ?? runFrom(start, lines, line)
  }
  if (looksFar(source, lines, line)) return undefined
  const fences = code.map((range) => ({ start: range.start - first, end: range.end - first }))
  const comments = plainList(text.slice(first, end), fences)
  if (!comments) return itemsAt(lines, start, first, line) ?? { kind: 'run', start, end, line }
  const endLine = line + countLines(text, start, lines.start)
  return { kind: 'list', start: first, end, line, endLine, comments, fences }
}

/** The list that goes to the line that is read now, with its tree, if the scanner is sure of all that is in it. */
function itemsAt(lines: ChunkLines, from: number, start: number, line: number): Part | undefined {
  const { text, start: last, end, surroundings } = lines
  if (looksFar(text.slice(from, end), lines, line)) return undefined
  const items = listItems(text, { start, end, line }, surroundings, lines.outline)
  const endLine = line + countLines(text, from, last)
  return items && { kind: 'items', start, end, line, endLine, ...items }
}

function codeAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, first, end, next, code, column } = lines
  const size = fenceSize(lines)
  const info = column === 0 ? fenceInfo(text.slice(first + size, end)) : undefined
  if (!findFenceEnd(lines, code, size)) return undefined
  if (!info) return { kind: 'run', start, end: lines.end, line }
  const value = text.slice(next, lines.start).replace(/\r?\n$/, '')
  const endLine = line + countLines(text, start, lines.start)
  return { kind: 'code', start: first, end: lines.end, line, endLine, ...info, value }
}

function mathAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, column, next } = lines
  if (!findMathEnd(lines)) return undefined
  const { end } = lines
  if (column > 0) return { kind: 'run', start, end, line }
  const close = text.lastIndexOf('$$', end)
  const value = text.slice(start + 2, close).replace(/^\r?\n|\r?\n$/g, '')
  const endLine = line + countLines(text, next, lines.start) + 1
  return { kind: 'math', start, end, line, endLine, value }
}

function paragraphAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, first } = lines
  if (lines.isKept(line)) return keptAt(lines, line)
  let { end, next } = lines
  let endLine = line
  while (next < text.length) {
    lines.read(next)
    if (lines.isKept(endLine + 1)) {
      if (lines.column > 3) return runFrom(start, lines, line)
      break
    }
    const how = afterParagraphLine(lines)
    if (how === 'unsure') {
      const title = { start: first, end, line }
      return underlinedAt(lines, title, endLine + 1) ?? runFrom(start, lines, line)
    }
    if (how === 'ends') break
    ;({ end, next } = lines)
    endLine++
  }
  // A definition below makes a term of it, with a blank line between, too.
  if (definesBelow(lines, next)) return undefined
  lines.read(lineOf(text, end))
  const source = text.slice(first, end)
  if (lines.mayHoldOutline) {
    if (source.includes('#+')) return undefined
    if (!lines.surroundings.noteLinks && mayHoldOutline(source)) return runFrom(start, lines, line)
  }
  const comments = plainWords(source)
  if (comments) return { kind: 'paragraph', start: first, end, line, endLine, comments }
  const children = inlineNodes(text, { start: first, end, line }, lines.surroundings)
  if (!children) return { kind: 'run', start, end, line }
  return { kind: 'words', start: first, end, line, endLine, children }
}

/** A line that Logseq keeps for itself, where nothing but that line is kept. */
function keptAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, first, end } = lines
  const kind = lines.outline(line + 1)?.kind
  if (kind !== 'property' && kind !== 'planning') return runAt(lines, line)
  return { kind: 'outline', start: first, end, line, ...outlineNode(kind, text.slice(first, end)) }
}

function quoteAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, column, surroundings } = lines
  const isWhole = column === 0 && findMarkedEnd(lines, codes.greaterThan)
  const { start: last, end } = lines
  const source = text.slice(start, end)
  if (!isWhole || !standsAlone(source, lines, line)) return runFrom(start, lines, line)
  const stretch = { start, end, line, endLine: line + countLines(text, start, last) }
  const comments = plainQuote(source)
  if (comments) return { kind: 'blockquote', ...stretch, comments }
  const tree = quoteTree(text, stretch, surroundings)
  return tree ? { kind: 'quote', ...stretch, ...tree } : runFrom(start, lines, line)
}

function tableAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, column } = lines
  const isWhole = column === 0 && findTableEnd(lines)
  const { start: last, end } = lines
  const source = text.slice(start, end)
  const comments = isWhole && standsAlone(source, lines, line) ? plainCells(source) : undefined
  if (!comments) return runFrom(start, lines, line)
  return {
    kind: 'table',
    start,
    end,
    line,
    endLine: line + countLines(text, start, last),
    comments
  }
}

/** Whether nothing in some lines reaches over their end, and Logseq keeps none of them. */
function standsAlone(source: string, lines: ChunkLines, line: number): boolean {
  return !looksFar(source, lines, line) && !(lines.mayHoldOutline && mayHoldOutline(source))
}

function definitionAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start, end, next } = lines
  const defined = definitionOf(lines)
  if (defined) return { kind: 'definition', start, end, line, ...defined }
  const noted =
    lines.mayHoldOutline && mayHoldOutline(text.slice(start, end))
      ? undefined
      : footnoteOf(lines, line)
  if (!noted || definesBelow(lines, next)) return runFrom(start, lines, line)
  lines.read(start)
  return { kind: 'footnote', start, end, line, ...noted }
}

function definesBelow(lines: ChunkLines, from: number): boolean {
  let at = from
  while (at < lines.text.length) {
    lines.read(at)
    if (!lines.isBlank) return lines.code === codes.colon && mayDescribe(lines)
    at = lines.next
  }
  return false
}

function lineOf(text: string, end: number): number {
  return text.lastIndexOf('\n', end - 1) + 1
}

function runFrom(start: number, lines: ChunkLines, line: number): Part | undefined {
  lines.read(start)
  return runAt(lines, line)
}

/** Lines from one on that the parser has to read. */
function runAt(lines: ChunkLines, line: number): Part | undefined {
  const { text, start } = lines
  const end = endOfRun(lines)
  return looksFar(text.slice(start, end), lines, line)
    ? undefined
    : { kind: 'run', start, end, line }
}

/**
 * Whether what may be in some lines looks farther than to their end: comments, quotes of Logseq and definitions do, and
 * formulas that are closed behind it.
 */
function looksFar(source: string, { math, mayLookFar }: ChunkLines, line: number): boolean {
  if (!mayLookFar) return false
  if (loneSign.test(source) || source.includes('#+') || mayHoldDefinitions(source)) return true
  if (!source.includes('$$')) return false
  const written = source.replace(/\n$/, '').split('\n')
  return written.some((words, at) => {
    const closing = words.includes('$$') ? math.closingLine(line + at + 1, 0) : undefined
    return closing !== undefined && closing > line + written.length
  })
}

/** The lines of a chunk, where formulas in it close, and what is around it. */
class ChunkLines extends Lines {
  readonly math = mathBlocks(this.text)
  readonly surroundings: DocumentSurroundings
  /** What no line of the chunk holds, none of its blocks is asked for. */
  readonly mayHoldOutline = this.text.includes('#+') || mayHoldOutline(this.text)
  /** Which of its lines Logseq keeps for itself, from 1; asked for the first time they are looked for. */
  readonly outline = outlineLines(this.text)
  readonly mayLookFar = /%%|#\+|\$\$/.test(this.text) || mayHoldDefinitions(this.text)

  constructor(text: string, surroundings: DocumentSurroundings) {
    super(text)
    this.surroundings = surroundings
  }

  /** Whether a line, from 0, begins something that Logseq keeps for itself. */
  isKept(line: number): boolean {
    return (
      this.mayHoldOutline && this.surroundings.noteLinks && this.outline(line + 1) !== undefined
    )
  }
}

function countLines(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    count++
  }
  return count
}
