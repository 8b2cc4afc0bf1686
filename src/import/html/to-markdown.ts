import { toMdast, type Handle } from 'hast-util-to-mdast'
import type { Root } from 'hast'
import type { Emphasis, PhrasingContent } from 'mdast'
import { sayCount, type Said, type SaidValue } from '../../say/say.ts'
import { writeMarkdown, type OwnSigns } from '../markdown/write-markdown.ts'
import '../markdown/written-as.ts'
import { plainCode } from './code-blocks.ts'
import { property } from './elements.ts'
import { takeFormulas } from './formulas.ts'
import { nestLists } from './lists.ts'
import { readLooks } from './looks.ts'
import { readParagraphs } from './paragraphs.ts'
import { plainTables } from './tables.ts'
import { takeFootnotes } from './footnotes.ts'
import { readWordLists } from './word-lists.ts'
import { PictureTaker } from './pictures.ts'
import { readHtml } from './read-html.ts'
import { dropClutter } from './without-clutter.ts'
import type { ImportedMedium } from '../importer.ts'

/** Markdown of HTML, the pictures that were in it, and sentences about what was left out. */
export interface HtmlAsMarkdown {
  text: string
  media: ImportedMedium[]
  notes: Said[]
}

/** How HTML is read. */
export interface HtmlReading {
  /** Of the file, as sentences name it. */
  path: SaidValue
  /** The file that the Markdown will be: pictures come into a folder beside it. */
  target: string
  /** Paths that its pictures may not have. */
  taken?: readonly string[]
  /** Where a picture that the HTML names stands, as an address from `target`; `undefined`: as it is. */
  placeOf?: (address: string) => string | undefined
  /** Where a link leads that does not lead out, as an address from `target`; `undefined`: as it is. */
  linkOf?: (address: string) => string | undefined
  /** What of its text is a sign of ours; our tags where nothing is said. */
  signs?: OwnSigns
}

/**
 * Converts HTML of web pages, word processors and chats to Markdown. Nothing is fetched: pictures of
 * the web stay links to it. Throws `ImportRefusal` where it cannot be read.
 */
export function htmlToMarkdown(html: string, reading: HtmlReading): HtmlAsMarkdown {
  const tree = readHtml(html, reading.path)
  return treeToMarkdown(tree, tidyHtml(tree), reading)
}

/** Brings what pages and programs write each in its way into few forms; gives how many formulas are lost. */
export function tidyHtml(tree: Root): number {
  const formulas = takeFormulas(tree)
  readWordLists(tree)
  dropClutter(tree)
  takeFootnotes(tree)
  readLooks(tree)
  plainCode(tree)
  nestLists(tree)
  readParagraphs(tree)
  plainTables(tree)
  return formulas
}

/** Writes a tidied tree. */
export function treeToMarkdown(tree: Root, formulas: number, reading: HtmlReading): HtmlAsMarkdown {
  const pictures = new PictureTaker(reading)
  pictures.take(tree)
  const root = toMdast(tree, { document: true, handlers })
  if (root.type !== 'root') throw new Error('A document gave no root.')
  const text = writeMarkdown(root, reading.signs)
  const { media, notes } = pictures
  if (formulas > 0) notes.push(lostFormulas(formulas))
  return { text, media, notes }
}

function lostFormulas(formulas: number): Said {
  return sayCount(
    formulas,
    '{count} formula is there as its signs alone: its TeX is not in the file.',
    '{count} formulas are there as their signs alone: their TeX is not in the file.'
  )
}

function marked(before: string, after: string): Handle {
  return (state, node): Emphasis => ({
    type: 'emphasis',
    data: { writtenAs: [before, after] },
    // Blocks in it are brought out of it afterwards, as they are out of other marks.
    children: state.all(node) as PhrasingContent[]
  })
}

const handlers: Record<string, Handle> = {
  mark: marked('==', '=='),
  u: marked('<u>', '</u>'),
  sub: marked('<sub>', '</sub>'),
  sup: marked('<sup>', '</sup>'),
  kbd: marked('<kbd>', '</kbd>'),
  ins: (state, node) => state.all(node),
  var: (state, node): Emphasis => ({
    type: 'emphasis',
    children: state.all(node) as PhrasingContent[]
  }),
  'footnote-call': (_, node) => {
    const identifier = property(node, 'id')
    return { type: 'footnoteReference', identifier, label: identifier }
  },
  'footnote-text': (state, node) => {
    const identifier = property(node, 'id')
    const children = state.toFlow(state.all(node))
    return { type: 'footnoteDefinition', identifier, label: identifier, children }
  },
  math: (_, node) => {
    const value = property(node, 'tex')
    return node.properties['shown'] === true
      ? { type: 'math', value }
      : { type: 'inlineMath', value, display: false }
  }
}
