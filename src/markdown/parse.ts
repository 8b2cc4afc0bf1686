import type { Root } from 'mdast'
import { collectMarks, type SourceRange } from './container-marks.ts'
import { gapNodes, gfmNodes, mathNodes, tagNodes, wikiNodes } from './from-markdown.ts'
import { noteNodes } from './note-nodes.ts'
import { readTree } from './read-tree.ts'
import { markWordTags } from './word-tags.ts'
import './nodes.ts'

export interface Parsed {
  root: Root
  /** Marks of continued containers, in document order (see `collectMarks`). */
  marks: SourceRange[]
}

/** The line before and after front matter: of YAML, or of TOML (L5.6). */
export type HeaderFence = '---' | '+++'

const yamlOpener =
  /^---[ \t]*(?:\r\n|\n|\r)(?:---[ \t]*(?:\r|\n|$)|["']?[\w-][^:\r\n]*:(?:[ \t\r\n]|$))/
const tomlOpener =
  /^\+\+\+[ \t]*(?:\r\n|\n|\r(?!\n))(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r(?!\n)))*[ \t]*(?:(?:[\w-][\w."' \t-]*|["'][^=\r\n]*)=|\[[^\r\n]*\][ \t]*(?:#|\r|\n|$))/

/**
 * The fence that opens front matter at the top of a text, if one does: a `---` only before a `key:` or its
 * closing `---`, a `+++` only before a `key =` or `[table]`, with comments and blank lines between.
 */
export function headerFenceOf(text: string): HeaderFence | undefined {
  if (yamlOpener.test(text)) return '---'
  return tomlOpener.test(text) ? '+++' : undefined
}

/** Where the front matter ends, after its line end; 0 where there is none (L5.6). */
export function frontMatterEnd(text: string): number {
  const fence = headerFenceOf(text)
  if (!fence) return 0
  const closer =
    fence === '---'
      ? /(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/g
      : /(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|$)/g
  closer.lastIndex = 3
  return closer.test(text) ? closer.lastIndex : 0
}

/** How a text is read. */
export interface ReadOptions {
  /** Whether the constructs of programs for notes are read (N2); they are unless told otherwise. */
  noteSyntax?: boolean
  /** Whether definition lists are, which are one of them; a search for cards takes them for paragraphs. */
  definitionLists?: boolean
  /** Whether front matter is; by default where the text has some. */
  withFrontMatter?: boolean
  /** Whether more text follows, so that what nothing ends goes on there. */
  isPiece?: boolean
  /** Told where something begins that only an end further on would make what it looks like. */
  meetOpen?: (offset: number) => void
}

/**
 * Reads Markdown with GFM, math, front matter, embedded media, what programs for notes add, and the tags
 * into an mdast tree whose positions count from the first character of `text`. Any text has a tree: this
 * never throws.
 */
export function parse(text: string, options: ReadOptions = {}): Parsed {
  const { noteSyntax = true, definitionLists = true } = options
  const { isPiece = false, meetOpen = () => undefined } = options
  const { withFrontMatter = frontMatterEnd(text) > 0 } = options
  let marks: SourceRange[] = []
  const all = { noteSyntax, definitionLists, withFrontMatter, isPiece, meetOpen }
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
  markWordTags(text, root)
  return { root, marks }
}
