import { inContainer } from './in-container.ts'

/** A place in a text: line and column count from 1. */
export interface LinePlace {
  line: number
  column: number
}

/** Which lines of a text are terms of definition lists (N2). */
export interface DefinitionLines {
  /**
   * Where the first definition of the term begins that a line is, from `column` on: the place behind the marks
   * of the containers. Undefined where the line is no term.
   */
  definitionOf(line: number, column: number): LinePlace | undefined
  /** Whether a line right below a definition is a term for sure, whatever the definition ends with. */
  isTermBelow(line: number, column: number): boolean
  /** A line as it is written. */
  textOf(line: number): string
}

/** Lines of a definition stand in by no more columns than this. */
export const definitionIndent = 4

/** Whether a text has a line that may begin a definition. */
export function mayHoldDefinitions(text: string): boolean {
  return /:[ \t]/.test(text) && /^[ \t>]*:[ \t]+\S/m.test(text)
}

/** What begins a definition, with words behind it. */
const definitionMark = /^ {0,3}:[ \t]+(?=\S)/
const blank = /^[ \t]*$/
/** What is a block of its own, or part of one, and so no line among others that are terms. */
const block =
  /^(?: {4,}| {0,3}(?:\t|#{1,6}(?:[ \t]|$)|`{3}|~{3}|[>|]|:(?:[ \t]|:)|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|(?:[-*_][ \t]*){3,}$|=+[ \t]*$|-+[ \t]*$|\$\$|\[(?:\/[A-Z]+\/?|[A-Z]+\/)\][ \t]*$|\[[^\]]*\]:))/
/** The second line of a table. */
const tableRule = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$/
/** HTML, comments and TeX begin blocks of their own, unless the parser has found that they do not. */
const perhapsBlock = /^ {0,3}(?:<|%%|\\\[|\\begin\{)/

/** Whether a line ends as no term does that stands right below a definition. */
export function endsSentence(line: string): boolean {
  return /[.,;:!?…。、！？][ \t]*$/.test(line)
}

/** The lines of a text, which count from 1. */
interface Lines {
  readonly count: number
  /** A line as it is written; empty where there is none. */
  lineAt: (number: number) => string
}

/** The lines of a text that is there as a whole. */
export function linesOfText(text: string): Lines {
  const lines = text.split(/\r\n|\n|\r/)
  return { count: lines.length, lineAt: (number) => lines[number - 1] ?? '' }
}

/**
 * Looks from line to line when asked: a term stands on a line of its own, right above the mark of its
 * definition, above other terms, or with a blank line between.
 */
export function definitionLines(lines: Lines): DefinitionLines {
  /** What was found last, for the lines of one paragraph. */
  let known = { prefix: '', from: 0, to: 0, place: undefined as LinePlace | undefined }

  return {
    textOf: lines.lineAt,
    definitionOf,
    isTermBelow(line, column) {
      const written = lines.lineAt(line)
      return (
        !endsSentence(written) &&
        !perhapsBlock.test(written.slice(column - 1)) &&
        definitionOf(line, column) !== undefined
      )
    }
  }

  function definitionOf(line: number, column: number): LinePlace | undefined {
    const written = lines.lineAt(line)
    const words = written.slice(column - 1)
    if (blank.test(words) || block.test(words)) return undefined
    const prefix = written.slice(0, column - 1)
    if (known.prefix !== prefix || line < known.from || line >= known.to) {
      known = { prefix, from: line, ...search(prefix, line) }
    }
    return known.place
  }

  /** Looks down from a line on; `to` is the line, from 1, at which that ends. */
  function search(prefix: string, line: number): { to: number; place: LinePlace | undefined } {
    let isBehindBlank = false
    for (let at = line; at < lines.count; at++) {
      const next = lines.lineAt(at + 1)
      const begin = inContainer(prefix, next)
      const words = next.slice(begin)
      if (begin === undefined) return { to: at + 1, place: undefined }
      if (definitionMark.test(words)) {
        const isNone = isBehindBlank && isCaption(at)
        return { to: at + 1, place: isNone ? undefined : { line: at + 1, column: begin + 1 } }
      }
      const isBlank = blank.test(words)
      if (isBehindBlank || (!isBlank && (block.test(words) || perhapsBlock.test(words)))) {
        return { to: at + 1, place: undefined }
      }
      isBehindBlank = isBlank
    }
    return { to: lines.count + 1, place: undefined }
  }

  /** Whether a line names the table below it, as Pandoc has it. */
  function isCaption(at: number): boolean {
    return (
      at + 2 <= lines.count &&
      lines.lineAt(at + 2).trim() === '' &&
      tableRule.test(lines.lineAt(at + 4))
    )
  }
}
