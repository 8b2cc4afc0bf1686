import type { Element, Root } from 'hast'
import { say, type Said } from '../../say/say.ts'
import type { ImportedMedium } from '../importer.ts'
import { find, isElement, property, style } from './elements.ts'
import { readHtml } from './read-html.ts'
import { tidyHtml, treeToMarkdown } from './to-markdown.ts'

/** Rich text from the clipboard, with its plain form beside it. */
export interface PastedHtml {
  html: string
  plain: string
  /** The file that it is pasted into: pictures come into a folder beside it. */
  target: string
  /** Paths of pictures that are there already. */
  taken: readonly string[]
}

/** Rich text as Markdown. */
export interface Pasted {
  text: string
  media: ImportedMedium[]
  /** Sentences about what was left out. */
  notes: Said[]
}

const whatWasPasted = say('What was pasted')

const structure = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'hr'],
  ...['img', 'math', 'footnote-call', 'audio', 'video']
]
const looks = [
  'strong',
  'b',
  'em',
  'i',
  'del',
  's',
  'strike',
  'mark',
  'sub',
  'sup',
  'u',
  'code',
  'kbd'
]

/** What a text holds that somebody wrote as Markdown, or copied from where it is. */
const markdown =
  /^ {0,3}(?:#{1,6} |```|~~~|[-*+] |>|\d+[.)] |\|.*\|)|\*\*\S|\[\[|\]\(|\$\$|`[^`\n]+`/m

/**
 * Converts rich text from the clipboard; `undefined` where its plain form says as much: code of an
 * editor, what is only coloured, and Markdown that is shown as it is written.
 */
export function pasteHtml({ html, plain, target, taken }: PastedHtml): Pasted | undefined {
  const tree = readHtml(html, whatWasPasted)
  if (plain !== '' && isCodeAlone(tree)) return undefined
  const formulas = tidyHtml(tree)
  const isBuilt = find(tree, (node) => isElement(node, ...structure)) !== undefined
  const isStyled = isBuilt || find(tree, isLook) !== undefined
  if (plain !== '' && !isStyled) return undefined
  if (!isBuilt && markdown.test(plain)) return undefined
  const { text, media, notes } = treeToMarkdown(tree, formulas, {
    path: whatWasPasted,
    target,
    taken
  })
  const pasted = text.replace(/\n$/, '')
  return pasted.trim() === '' || pasted === plain ? undefined : { text: pasted, media, notes }
}

function isLook(node: Element): boolean {
  return isElement(node, ...looks) || (isElement(node, 'a') && property(node, 'href') !== '')
}

/** Editors and terminals copy their colours with the font of code around all; so does one block of code. */
function isCodeAlone(tree: Root): boolean {
  const body = find(tree, (node) => isElement(node, 'body'))
  let inner: Element | undefined = body
  while (inner) {
    const full: Element['children'] = inner.children.filter(
      (child) =>
        !isElement(child, 'meta', 'style') &&
        (isElement(child) || (child.type === 'text' && child.value.trim() !== ''))
    )
    const [only] = full
    if (inner.tagName === 'pre' || isCodeFont(inner)) return true
    if (full.length > 1) return full.every((child) => isElement(child) && isCodeFont(child))
    inner = isElement(only) ? only : undefined
  }
  return false
}

function isCodeFont(node: Element): boolean {
  const font = style(node, 'font-family') || style(node, 'font')
  return (
    /mono|consolas|courier|menlo|monaco|code/.test(font) &&
    /^pre/.test(style(node, 'white-space') || (isElement(node, 'pre') ? 'pre' : ''))
  )
}
