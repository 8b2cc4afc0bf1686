import { shiftAll } from './reading/chunk.ts'
import { collectMarks, type SourceRange } from './tree/container-marks.ts'
import { gapNodes, gfmNodes, mathNodes, tagNodes, wikiNodes } from './reading/from-markdown.ts'
import { longComments } from './reading/long-comments.ts'
import { hideWords } from './tree/hidden-words.ts'
import { noteNodes } from './tree/note-nodes.ts'
import { frontMatterEnd } from './reading/header-fence.ts'
import { readAround, type Parsed } from './reading/read-around.ts'
import type { ReadOptions } from './reading/read-options.ts'
import { readTree } from './reading/read-tree.ts'
import { markWordTags } from './tree/word-tags.ts'
import './tree/nodes.ts'

export type { Parsed }

/**
 * Reads Markdown with GFM, math, front matter, embedded media, what programs for notes add, and the tags
 * into an mdast tree whose positions count from the first character of `text`. Any text has a tree: this
 * never throws.
 */
export function parse(text: string, options: ReadOptions = {}): Parsed {
  const { noteSyntax = true, withFrontMatter } = options
  const header = (withFrontMatter ?? true) ? frontMatterEnd(text) : 0
  const comments = noteSyntax ? longComments(text, header) : []
  return readAround(text, comments, (short) => parseBlocks(short, options))
}

/** The same for a text, or a piece of one, in which no comment goes over blocks from within a line. */
export function parseBlocks(text: string, options: ReadOptions = {}): Parsed {
  if (text.startsWith('\ufeff')) return parseBehindMark(text, options)
  const { noteSyntax = true, definitionLists = true } = options
  const { isPiece = false, labels = [], meetOpen = () => undefined } = options
  const { withFrontMatter = frontMatterEnd(text) > 0 } = options
  let marks: SourceRange[] = []
  const all = { noteSyntax, definitionLists, withFrontMatter, isPiece, labels, meetOpen }
  const root = readTree(text, all, () => {
    marks = []
    return [
      ...gfmNodes,
      mathNodes,
      tagNodes,
      wikiNodes,
      gapNodes,
      ...(noteSyntax ? noteNodes : []),
      collectMarks(marks)
    ]
  })
  if (noteSyntax) hideWords(text, root)
  markWordTags(text, root)
  return { root, marks }
}

/** The parser drops a byte order mark at the begin of a text, and counts without it. That of a document is gone before. */
function parseBehindMark(text: string, options: ReadOptions): Parsed {
  const { meetOpen } = options
  const parsed = parseBlocks(`\n${text}`, {
    ...options,
    ...(meetOpen && { meetOpen: (at: number) => meetOpen(at - 1) })
  })
  for (const child of parsed.root.children) shiftAll(child, { offset: -1, line: -1 })
  const marks = parsed.marks.map(({ start, end }) => ({ start: start - 1, end: end - 1 }))
  return { root: parsed.root, marks }
}
