import { fenceSize } from './fence.ts'
import { headingDepth } from './heading.ts'
import { isBlankCode, type Lines } from './lines.ts'
import { htmlKind } from './html.ts'
import { endsAsItem, isThematicBreak } from './list-marker.ts'
import { mayOpenMath } from './math.ts'

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
    case 35: // #
      return headingDepth(lines) > 0 ? 'ends' : 'goes on'
    case 96: // `
    case 126: // ~
      return fenceSize(lines) > 0 ? 'ends' : 'goes on'
    case 62: // >
      return 'unsure'
    case 42: // *
    case 43: // +
    case 45: // -
    case 95: // _
      if (isThematicBreak(lines)) return 'ends'
      return afterItem(lines)
    case 60: // <
      return afterHtml(lines)
    case 58: // :
      return mayDescribe(lines) ? 'unsure' : 'goes on'
    case 36: // $
      return mayOpenMath(lines) ? 'unsure' : 'goes on'
    case 37: // %
      return text.charCodeAt(first + 1) === code ? 'unsure' : 'goes on'
    case 91: // [
      return mayDefine(text.slice(first, end), true) ? 'unsure' : 'goes on'
    case 92: // \
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
  if (code !== 45 && code !== 58 && code !== 61 && code !== 124) return false
  let isRule = false
  for (let at = first; at < end; at++) {
    const sign = text.charCodeAt(at)
    const isPart = sign === 45 || sign === 58 || sign === 61 || sign === 124
    if (!isPart && sign !== 32 && sign !== 9) return false
    isRule ||= sign === 45 || sign === 61
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
