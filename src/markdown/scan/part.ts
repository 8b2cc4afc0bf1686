import type { Blockquote, Html, List, PhrasingContent } from 'mdast'
import type { SourceRange } from '../tree/container-marks.ts'

/** A stretch of a text, and the line it begins on, from 0. */
export interface Stretch {
  start: number
  end: number
  line: number
}

/**
 * A block that the scanner knows without the parser; `start` is where its node begins. A paragraph or list with tags has its nodes
 * from the begin on.
 */
export type Block =
  | (Stretch & { kind: 'thematicBreak' })
  | (Stretch & { kind: 'paragraph'; endLine: number; comments: readonly SourceRange[] })
  | (Stretch & { kind: 'words'; endLine: number; children: PhrasingContent[] })
  | (Stretch & { kind: 'tagBlock'; value: string })
  | (Stretch & Pick<Html, 'value' | 'data'> & { kind: 'outline' })
  | (Stretch & {
      kind: 'list'
      endLine: number
      comments: readonly SourceRange[]
      fences: readonly SourceRange[]
    })
  | (Stretch & { kind: 'items'; endLine: number; list: List; marks: SourceRange[] })
  | (Stretch & { kind: 'quote'; endLine: number; quote: Blockquote; marks: SourceRange[] })
  | (Stretch & {
      kind: 'blockquote' | 'table'
      endLine: number
      comments: readonly SourceRange[]
    })
  | (Stretch & { kind: 'math'; endLine: number; value: string })
  | (Stretch & { kind: 'definition'; label: string; url: string })
  | (Stretch & { kind: 'footnote'; label: string; words: number; children: PhrasingContent[] })
  | (Stretch & {
      kind: 'heading'
      endLine: number
      depth: 1 | 2 | 3 | 4 | 5 | 6
      children: PhrasingContent[]
    })
  | (Stretch & { kind: 'html'; endLine: number; value: string })
  | (Stretch & {
      kind: 'code'
      endLine: number
      lang: string | null
      meta: string | null
      value: string
    })

/** Whole lines that only the parser can read. */
export type Run = Stretch & { kind: 'run' }

export type Part = Block | Run
