import type { Nodes, PhrasingContent } from 'mdast'
import { isTag, type InlineMath } from '../markdown/tree/nodes.ts'
import { phraseHtml } from './card-html.ts'
import { isWordTag } from './raw-html.ts'
import { texText } from './tex-text.ts'

/** The title of a chapter. */
export interface Title {
  /** Plain text on one line (L4.4). */
  text: string
  /** For a field of an Anki note, where the title holds formulas: they are drawn there. */
  html?: string
}

/** Words, or a formula. */
type Part = { words: string } | InlineMath

/** The title that a heading or topic gives, without a trailing attribute list like `{#id}` (L4.4). */
export function titleOf(content: PhrasingContent[]): Title {
  const [only] = content
  if (content.length === 1 && only?.type === 'text') {
    return { text: onOneLine(withoutAttributes(only.value)).trim() }
  }
  const last = content.findLastIndex((node) => joined(partsOf(node)).trim() !== '')
  const parts = content.flatMap((node, at) =>
    at === last && node.type === 'text' ? [{ words: withoutAttributes(node.value) }] : partsOf(node)
  )
  const text = onOneLine(joined(parts)).trim()
  return parts.some(isFormula) ? { text, html: phraseHtml(parts.map(phrase)) } : { text }
}

/** Without `{#id}` or `{.class}` at the end. */
function withoutAttributes(text: string): string {
  return text.replace(/(?:^|(?<!\s)\s+)\{[#.][^{}]*\}\s*$/, '')
}

function partsOf(node: Nodes): Part[] {
  if (isTag(node)) return node.literal ? [{ words: node.value }] : []
  switch (node.type) {
    case 'inlineMath':
      return [node]
    case 'break':
      return [{ words: ' ' }]
    case 'html':
      if (isWordTag(node)) return [{ words: node.value }]
      return /^<br[\s/>]/i.test(node.value) ? [{ words: ' ' }] : []
    case 'footnoteReference':
    case 'inlineFootnote':
      return []
    case 'image':
    case 'imageReference':
      return [{ words: node.alt ?? '' }]
    default:
      if ('children' in node) return node.children.flatMap(partsOf)
      return 'value' in node ? [{ words: node.value }] : []
  }
}

function isFormula(part: Part): part is InlineMath {
  return 'type' in part
}

function joined(parts: Part[]): string {
  return parts.map((part) => (isFormula(part) ? texText(part.value) : part.words)).join('')
}

function phrase(part: Part): PhrasingContent {
  if (isFormula(part)) return { ...part, display: false }
  return { type: 'text', value: onOneLine(part.words) }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
