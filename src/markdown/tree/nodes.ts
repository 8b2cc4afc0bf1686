import type { BlockContent, DefinitionContent, Parent, PhrasingContent, RootContent } from 'mdast'
import type { Literal, Node } from 'unist'
import type { TagKind, TagSide } from '../tags.ts'

interface TagFields extends Literal {
  kind: TagKind
  side: TagSide
  /** As written: `[/Q]`. */
  value: string
  /**
   * Whether the tag stands for itself, as text: it has no mate, or stands inside a span (L2.2,
   * L2.4). Absent until pairs are formed; then a tag without it is a marker.
   */
  literal?: boolean
}

/**
 * A tag within inline content.
 *
 * ```markdown
 * > | [/Q]What?[Q/]
 *     ^^^^     ^^^^
 * ```
 */
export interface Tag extends TagFields {
  type: 'tag'
}

/**
 * A tag alone on its line: a block of its own (L1.4).
 *
 * ```markdown
 *   | text
 * > | [/BLOCKREAD/]
 *     ^^^^^^^^^^^^^
 * ```
 */
export interface TagBlock extends TagFields {
  type: 'tagBlock'
}

/** A math block; `value` is TeX without its `$$` (L1.6). */
export interface DisplayMath extends Literal {
  type: 'math'
  value: string
}

/** Math within inline content. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  /** TeX without its dollars. */
  value: string
  /** Written `$$…$$`: drawn as a display. */
  display: boolean
}

/**
 * The begin or the end of a gap of a cloze card, as Anki writes it (N3.1); where it is none, text.
 *
 * ```markdown
 * > | The {{c1::cell}} lives.
 *         ^^^^^^    ^^
 * ```
 */
export interface GapMark extends Literal {
  type: 'gapMark'
  side: 'open' | 'close'
  /** As written: `{{c1::`, `}}`. */
  value: string
}

/**
 * Marked words, as programs for notes have them (N2).
 *
 * ```markdown
 * > | The ==cell== lives.
 *         ^^^^^^^^
 * ```
 */
export interface Highlight extends Parent {
  type: 'highlight'
  children: PhrasingContent[]
}

/**
 * A link to a note (N2), or with `isEmbed` the note itself, where it is shown as its words.
 *
 * ```markdown
 * > | See [[Cells#Parts|the parts]].
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface WikiLink extends Parent {
  type: 'wikiLink'
  /** What readers see: the words that are given, else the name. */
  children: PhrasingContent[]
  /** The note, as written; `''` for the one that it stands in. */
  note: string
  /** What of the note is meant: headings with `#` between them, or `^` and a block's id. */
  part: string
  /** What Obsidian shows where no words are given. */
  name: string
  isEmbed: boolean
  /** Whether it stands in the words of another link, and so leads nowhere itself. */
  isInLink: boolean
}

/**
 * A footnote that stands where it belongs (N2).
 *
 * ```markdown
 * > | Small.^[Most of them.]
 *           ^^^^^^^^^^^^^^^^
 * ```
 */
export interface InlineFootnote extends Parent {
  type: 'inlineFootnote'
  children: PhrasingContent[]
}

/**
 * Terms and what they mean, as PHP Markdown Extra and Pandoc have them (N2).
 *
 * ```markdown
 * > | Cell
 *     ^^^^
 * > | : The unit of life.
 *     ^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}

/** What is defined: a line. */
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}

/** One meaning of the terms before it. */
export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  /** Whether a blank line stands before it or in it: then its paragraphs are shown as such. */
  spread: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** A note, or a part of one, that stands in another; its blocks have no place in that text (N2). */
export interface NoteEmbed extends Parent {
  type: 'noteEmbed'
  /** All that it shows, as a text. */
  key: string
  children: RootContent[]
}

export type AnyTag = Tag | TagBlock

/** Front matter of TOML, between two lines of `+++`. */
export interface Toml extends Literal {
  type: 'toml'
  value: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    tag: Tag
    inlineMath: InlineMath
    gapMark: GapMark
    highlight: Highlight
    inlineFootnote: InlineFootnote
    wikiLink: WikiLink
  }
  interface BlockContentMap {
    tagBlock: TagBlock
    math: DisplayMath
    noteEmbed: NoteEmbed
    definitionList: DefinitionList
  }
  interface FrontmatterContentMap {
    toml: Toml
  }

  interface RootContentMap {
    toml: Toml
    tag: Tag
    tagBlock: TagBlock
    math: DisplayMath
    noteEmbed: NoteEmbed
    definitionList: DefinitionList
    definitionTerm: DefinitionTerm
    definitionDescription: DefinitionDescription
    inlineMath: InlineMath
    gapMark: GapMark
    highlight: Highlight
    inlineFootnote: InlineFootnote
    wikiLink: WikiLink
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tag: 'tag'
    tagBlock: 'tagBlock'
    wikiEmbed: 'wikiEmbed'
    wikiLink: 'wikiLink'
    wikiLinkData: 'wikiLinkData'
    wikiLinkWords: 'wikiLinkWords'
    gapOpen: 'gapOpen'
    gapClose: 'gapClose'
    commentFlow: 'commentFlow'
    commentData: 'commentData'
    commentText: 'commentText'
    blockName: 'blockName'
    highlight: 'highlight'
    inlineFootnote: 'inlineFootnote'
    inlineFootnoteMark: 'inlineFootnoteMark'
    inlineFootnoteText: 'inlineFootnoteText'
    highlightSequence: 'highlightSequence'
    highlightMark: 'highlightMark'
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
    mathFlow: 'mathFlow'
    mathFlowFence: 'mathFlowFence'
    mathFlowLabel: 'mathFlowLabel'
    mathFlowValue: 'mathFlowValue'
    blockQuotePrefix: 'blockQuotePrefix'
    gfmFootnoteDefinitionIndent: 'gfmFootnoteDefinitionIndent'
  }
}

/** Whether a node is one of the language's tags. */
export function isTag(node: Node): node is AnyTag {
  return node.type === 'tag' || node.type === 'tagBlock'
}
