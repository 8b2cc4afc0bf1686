import type { SourceRange } from '../tree/container-marks.ts'

/** A comment within a paragraph, in which no sign stands that could be more. */
const comment = /<!--(?: |\r?\n)(?:[^<>&`$\\*_~[\]=%"{}^|-]|-(?!-))*(?: |\n)-->/y
/** What may take comments in: footnotes, macros, words of pictures. */
const mayTakeIn = /\^\[|\{\{|!\[/

/** Whether each comment in inline content stands for itself: none is between brackets, or in what follows them. */
export function areCommentsApart(source: string): boolean {
  if (mayTakeIn.test(source)) return false
  let isInLabel = false
  let isInAddress = false
  for (const [sign] of source.matchAll(/\]\(?|[[)]|<!--/g)) {
    if (sign === '<!--') {
      if (isInLabel || isInAddress) return false
    } else if (sign === ')') isInAddress = false
    else {
      isInLabel = sign === '['
      isInAddress ||= sign === ']('
    }
  }
  return true
}

/** The comment that begins at an offset; undefined where it may be none. */
export function commentAt(source: string, start: number): SourceRange | undefined {
  comment.lastIndex = start
  return comment.test(source) ? { start, end: comment.lastIndex } : undefined
}
