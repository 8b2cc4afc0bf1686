/** What compiling gives: plain data, safe to post between threads and to store. Types only. */
import type { Said } from '../say/say.ts'

/** One Markdown file of a project. */
export interface SourceFile {
  /** Path inside the project, `/` between folders, with its extension: `notes/cells.md`. */
  path: string
  /** The text, without a byte order mark. Line ends may be LF, CRLF or CR. */
  text: string
}

/** Choices of a project. Front matter may override `deck` and add to `tags` for its file (L5.6). */
export interface Settings {
  /** `tagged`: only what reader tags ask for; `all`: every chapter as if it held both (L5.5). */
  capture: 'tagged' | 'all'
  /** A chapter item holds its whole region, or only its own text (L5.3). */
  chapterContent: 'region' | 'own'
  /** Content as Markdown source without tags, or as plain text (L5.4). */
  contentFormat: 'markdown' | 'text'
  /** Whether content keeps what stands between question and answer tags (L5.4). */
  questionsInContent: boolean
  /** Root deck, `::` between levels (L3.4). */
  deck: string
  /** One deck, or nested decks by file, or by file and chapter (A6). */
  decks: 'one' | 'file' | 'chapter'
  /** Tags on every card. */
  tags: string[]
  /** Whether what Obsidian and other programs for notes add to Markdown is read (N2); else it is text. */
  noteSyntax: boolean
  /** Whether a line end within a paragraph is a break, as in Obsidian; else it is a blank, as in CommonMark (N2). */
  lineBreaks: boolean
  /** Address of a link back from each card, with `{path}`, `{line}`, `{heading}`; `''` for none. */
  sourceLink: string
}

/** A place in a file: `line` and `column` count from 1, `offset` from 0 in UTF-16 units. */
export interface Position {
  line: number
  column: number
  offset: number
}

/** A text edit: replace `start`–`end` (offsets in UTF-16 units) by `text`. */
export interface Fix {
  title: string
  /** The title, as a template and what stands in its places, for pages in other languages. */
  said: Said
  start: number
  end: number
  text: string
}

export type Severity = 'error' | 'warning' | 'info'

/** Trouble found in a user's text (L6): never thrown, always placed. */
export interface Diagnostic {
  code: DiagnosticCode
  severity: Severity
  /** Says what was found and what to do about it, in English. */
  message: string
  /** The message, as a template and what stands in its places, for pages in other languages. */
  said: Said
  /** Path of the file. */
  file: string
  start: Position
  end: Position
  /** Present where an automatic mend is safe. */
  fix?: Fix
}

export type DiagnosticCode =
  | 'unclosed-tag'
  | 'unopened-tag'
  | 'overlapping-tags'
  | 'empty-tag'
  | 'broken-gap'
  | 'unclosed-fence'
  | 'unclosed-html'
  | 'too-deep'
  | 'question-without-answer'
  | 'answer-without-question'
  | 'second-topic'
  | 'unclosed-comment'
  | 'unclosed-math'
  | 'refused-formula'
  | 'too-many-marks'
  | 'tag-in-html'
  | 'block-behind-tag'
  | 'underlined-tag'
  | 'duplicate-question'
  | 'duplicate-file-id'
  | 'front-matter'
  | 'missing-media'
  | 'embed-not-found'
  | 'block-not-found'
  | 'embed-circle'
  | 'embed-too-long'
  | 'broken-address'
  | 'extra-answer'
  | 'topic-outside-heading'
  | 'near-miss-tag'
  | 'long-comment'
  | 'remote-media'
  | 'unknown-element'
  | 'hidden-element'

/** A chapter of a file, captured or not (L4). */
export interface Chapter {
  /** Path of sibling ordinals: `1`, `1.2`; `0` for text before the first heading. */
  id: string
  /** Plain text. */
  title: string
  /** Heading level 1–6; 0 for chapter `0`. */
  level: number
  startLine: number
  /** Last line of the chapter's own text that is not blank (L4.5). */
  endLine: number
  children: Chapter[]
}

/** What was read from one file. */
export interface FileResult {
  path: string
  /** L5.6: the path without its Markdown extension, or what front matter says. */
  fileId: string
  title: string
  /** Licences that its header names, as written. */
  license?: string[]
  tree: Chapter[]
  /** Markers and literal tags found in the file: 0 means a file without any tag (L5.5). */
  tagCount: number
  /** Every pair of tags, and every reader, in the order of the text. */
  spans: SpanRange[]
  /** Tags that stand for themselves, as text (L2.2, L2.4), in the order of the text. */
  literalTags: TextRange[]
}

/** A stretch of a file: offsets in UTF-16 units. */
export interface TextRange {
  start: number
  end: number
}

/** Where a pair of tags stands, from its opener to the end of its closer, or a reader's one tag. */
export interface SpanRange extends TextRange {
  kind: 'topic' | 'question' | 'answer' | 'block-reader' | 'chapter-reader'
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'blockquote'
  | 'code'
  | 'table'
  | 'math'
  | 'html'
  | 'footnoteDefinition'
  | 'definitionList'

/** A captured block (L5.1, L5.2). */
export interface BlockItem {
  /** `<fileId>#block<index>`. */
  id: string
  fileId: string
  /** Path of the file, to find the place in the source. */
  path: string
  /** Counts from 1 over all blocks of the file, captured or not. */
  index: number
  kind: BlockKind
  /** Language of a code block. */
  lang?: string
  content: string
  chapterId: string
  /** Titles from the root down to this chapter; empty in chapter `0`. */
  chapterTree: string[]
  startLine: number
  endLine: number
  /** No tag of the author asks for it: it was taken in because everything is (L5.5). */
  untagged?: true
}

/** A captured chapter (L5.3). */
export interface ChapterItem {
  fileId: string
  path: string
  chapterId: string
  chapterTree: string[]
  title: string
  content: string
  startLine: number
  endLine: number
  /** No tag of the author asks for it: it was taken in because everything is (L5.5). */
  untagged?: true
}

/** What one number of a cloze card asks (N3). Markdown. */
export interface CardGap {
  number: number
  /** The sentence with `____` and the hint in brackets for the gap, the others filled. */
  question: string
  answer: string
}

/** A question with its answer (L3), or a sentence with gaps (N3). */
export interface Card {
  /** `cloze`: the question holds gaps, its answer is what Anki calls Back Extra and may be `''`. */
  kind: 'basic' | 'cloze'
  /** Of a cloze card, a card of Anki's each, by their numbers. */
  gaps?: CardGap[]
  fileId: string
  path: string
  chapterId: string
  chapterTree: string[]
  /** The same titles for fields of Anki; present where one of them holds a formula. */
  chapterTreeHtml?: string[]
  /** Line of the question's opening tag. */
  line: number
  /** Line of the last closing tag that belongs to the card. */
  endLine: number
  /** Markdown (L2.7). */
  question: string
  answer: string
  /**
   * Sanitised HTML; inline where the content is one paragraph that runs from left to right (L2.5). Of a
   * cloze card, with Anki's `{{c1::…}}`.
   */
  questionHtml: string
  answerHtml: string
  deck: string
  tags: string[]
  /** An address that leads back to its place, where the settings ask for one (N2). */
  sourceUrl?: string
}

/** Everything read from a project's files, in the order of the files. */
export interface Compilation<Problem = Diagnostic> {
  files: FileResult[]
  blocks: BlockItem[]
  chapters: ChapterItem[]
  cards: Card[]
  diagnostics: Problem[]
}

/** A top-level element of the preview of a file. */
export interface PreviewPiece {
  /**
   * Sanitised HTML that fetches nothing. `data-by` says how many lines below the piece's own an
   * element within it stands, `data-media` the path of a picture, sound or film of the project.
   */
  html: string
  /** Counts from 1; 0 where the piece stands for no place in the source. */
  line: number
  /** Number of the captured block; 0 where it is none. */
  block: number
}
