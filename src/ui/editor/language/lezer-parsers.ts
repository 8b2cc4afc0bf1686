import { parser, type InlineContext, type MarkdownParser } from '@lezer/markdown'

type Parse = (context: InlineContext, next: number, at: number) => number

/** Lezer's own parser of an inline construct: it has them, but tells nobody. */
export function lezerParser(name: 'Emphasis' | 'HTMLTag' | 'InlineCode'): Parse {
  const { inlineNames, inlineParsers } = parser as MarkdownParser & {
    inlineNames: string[]
    inlineParsers: Parse[]
  }
  return inlineParsers[inlineNames.indexOf(name)] ?? (() => -1)
}

/** The same text, with some of what its context does done otherwise. */
export function withOther(context: InlineContext, other: Record<string, unknown>): InlineContext {
  return Object.assign(Object.create(context) as InlineContext, other)
}
