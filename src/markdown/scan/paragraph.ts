import { codes } from 'micromark-util-symbol'
import { fenceSize } from './fence.ts'
import { headingDepth } from './heading.ts'
import { isBlankCode, type Lines } from './lines.ts'
import { htmlKind } from './html.ts'
import { endsAsItem, isThematicBreak } from './list-marker.ts'
import { mayOpenMath, opensMath } from './math.ts'
import { tagAlone, tagAt } from './tag.ts'

/**
 * What a line does to the paragraph above it: it goes on with it, ends it, or begins something that only
 * the parser can tell. Quotes right below a paragraph are read otherwise than elsewhere.
 */
export function afterParagraphLine(lines: Lines): 'goes on' | 'ends' | 'unsure' {
  const { text, first, end, code, column } = lines
  if (lines.isBlank) return 'ends'
  if (isRuleLike(lines)) return 'unsure'
  if (column > 3) return 'goes on'
  switch (code) {
    case codes.numberSign:
      return headingDepth(lines) > 0 ? 'ends' : 'goes on'
    case codes.graveAccent:
    case codes.tilde:
      return fenceSize(lines) > 0 ? 'ends' : 'goes on'
    case codes.greaterThan:
      return 'unsure'
    case codes.asterisk:
    case codes.plusSign:
    case codes.dash:
    case codes.underscore:
      if (isThematicBreak(lines)) return 'ends'
      return afterItem(lines)
    case codes.lessThan:
      return afterHtml(lines)
    case codes.colon:
      return mayDescribe(lines) ? 'unsure' : 'goes on'
    case codes.dollarSign:
      if (!mayOpenMath(lines)) return 'goes on'
      return opensMath(lines) ? 'ends' : 'unsure'
    case codes.percentSign:
      return text.charCodeAt(first + 1) === code ? 'unsure' : 'goes on'
    case codes.leftSquareBracket:
      if (tagAlone(lines) !== undefined) return 'ends'
      if (tagAt(text, first) !== undefined) return 'goes on'
      return mayDefine(text.slice(first, end), true) ? 'unsure' : 'goes on'
    case codes.backslash:
      return beginsTex(text, first) ? 'unsure' : 'goes on'
    default:
      return code >= 48 && code <= 57 ? afterItem(lines) : 'goes on'
  }
}

function afterItem(lines: Lines): 'goes on' | 'ends' | 'unsure' {
  const ends = endsAsItem(lines)
  if (ends === undefined) return 'unsure'
  return ends ? 'ends' : 'goes on'
}

/** HTML ends a paragraph, but for a tag of any name. */
function afterHtml(lines: Lines): 'goes on' | 'ends' | 'unsure' {
  const kind = htmlKind(lines)
  if (kind === undefined) return 'unsure'
  return kind === 0 || kind === 7 ? 'goes on' : 'ends'
}

/** What may be the second line of a table, or underline a heading. */
function isRuleLike({ text, first, end, code }: Lines): boolean {
  if (
    code !== codes.dash &&
    code !== codes.colon &&
    code !== codes.equalsTo &&
    code !== codes.verticalBar
  )
    return false
  let isRule = false
  for (let at = first; at < end; at++) {
    const sign = text.charCodeAt(at)
    const isPart =
      sign === codes.dash ||
      sign === codes.colon ||
      sign === codes.equalsTo ||
      sign === codes.verticalBar
    if (!isPart && sign !== codes.space && sign !== codes.ht) return false
    isRule ||= sign === codes.dash || sign === codes.equalsTo
  }
  return isRule
}

/** Whether a line that begins with a bracket may be a tag or begin a definition; in a paragraph only one of a footnote. */
export function mayDefine(line: string, isInParagraph: boolean): boolean {
  if (/^\[(?:\/|[A-Z]+\/)/.test(line)) return true
  if (isInParagraph && !line.startsWith('[^')) return false
  for (let at = 1; at < line.length; at++) {
    const sign = line[at]
    if (sign === '\\') at++
    else if (sign === '[') return false
    else if (sign === ']') return line[at + 1] === ':'
  }
  return !isInParagraph
}

/** Whether a line with a colon in front may be what a term means. */
export function mayDescribe({ text, first, end }: Lines): boolean {
  return first + 1 >= end || isBlankCode(text.charCodeAt(first + 1))
}

/** Whether a formula of LaTeX may begin at a backslash. */
export function beginsTex(text: string, at: number): boolean {
  return text.startsWith('\\[', at) || text.startsWith('\\begin{', at)
}
