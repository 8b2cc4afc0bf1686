/** A definition elsewhere in a document: `:` or, for a footnote, `^` before its identifier. */
export type KnownLabel = string

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
  /** What is defined elsewhere in the document that a text is part of. */
  labels?: readonly KnownLabel[]
  /** Told where something begins that only an end further on would make what it looks like. */
  meetOpen?: (offset: number) => void
}
