import type { MarkdownConfig } from '@lezer/markdown'
import { bracketMath, texBlock } from './bracket-math.ts'
import { calloutTitle } from './callout-syntax.ts'
import { cjkEmphasis } from './cjk-emphasis.ts'
import { commentSyntax } from './comment-syntax.ts'
import { footnoteSyntax } from './footnote-syntax.ts'
import { passages } from './math-passages.ts'
import { definitionSyntax } from './definition-syntax.ts'
import { outlineSyntax } from './outline-syntax.ts'
import { inlineMath } from './math-syntax.ts'

/** What few texts need, and the first key does not: it takes the place of what was there before. */
export const lateSyntax: MarkdownConfig[] = [
  cjkEmphasis,
  footnoteSyntax,
  { parseBlock: [calloutTitle, texBlock], parseInline: [bracketMath] },
  { parseInline: [inlineMath(passages)] }
]

/** What programs for notes add and tags mean nothing in: left out with the setting `noteSyntax`. */
export const lateNoteSyntax: MarkdownConfig[] = [commentSyntax, definitionSyntax, outlineSyntax]
