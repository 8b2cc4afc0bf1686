import type { CompileContext, Extension } from 'mdast-util-from-markdown'
import type { Token } from 'micromark-util-types'

/** A stretch of source, in UTF-16 offsets. */
export interface SourceRange {
  start: number
  end: number
}

/**
 * Collects where lines carry the marks of the containers they continue: `> ` and the indentation
 * of list items, definitions and footnotes. The tree has no place for them, and text taken out of a container
 * must leave them behind (L2.7).
 */
export function collectMarks(marks: SourceRange[]): Extension {
  function collect(this: CompileContext, token: Token): undefined {
    marks.push({ start: token.start.offset, end: token.end.offset })
  }
  return {
    exit: {
      blockQuotePrefix: collect,
      listItemIndent: collect,
      gfmFootnoteDefinitionIndent: collect,
      definitionIndent: collect
    }
  }
}
