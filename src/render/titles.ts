import type { Nodes, PhrasingContent } from 'mdast'
import { isTag, type InlineMath } from '../markdown/nodes.ts'
import { phraseHtml } from './card-html.ts'
import { isUnknownTag } from './raw-html.ts'
import { texText } from './tex-text.ts'

/** The title of a chapter. */
export interface Title {
  /** Plain text on one line (L4.4). */
  text: string
  /** For a field of an Anki note, where the title holds formulas: they are drawn there. */
  html?: string
}

/** Words, which may be parts of a link; what stands in code, and links no more; or a formula. */
type Part = { words: string } | { code: string } | InlineMath

/** The title that a heading or topic gives, without a trailing attribute list like `{#id}` (L4.4). */
export function titleOf(content: PhrasingContent[]): Title {
  const last = content.findLastIndex((node) => joined(partsOf(node)).trim() !== '')
  const parts = linked(
    content.flatMap((node, at) =>
      at === last && node.type === 'text'
        ? [{ words: withoutAttributes(node.value) }]
        : partsOf(node)
    )
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
    case 'inlineCode':
      return [{ code: node.value }]
    case 'break':
      return [{ words: ' ' }]
    case 'html':
      if (isUnknownTag(node.value)) return [{ words: node.value }]
      return /^<br[\s/>]/i.test(node.value) ? [{ words: ' ' }] : []
    case 'footnoteReference':
      return []
    case 'image':
    case 'imageReference':
      return [{ words: node.alt ?? '' }]
    default:
      if ('children' in node) return node.children.flatMap(partsOf)
      return 'value' in node ? [{ words: node.value }] : []
  }
}

/** With `[[Note|words]]` as its words, `[[Note#Part]]` as both names. */
function linked(parts: Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const before = all.at(-1)
    if ('words' in part && before && 'words' in before) before.words += part.words
    else all.push({ ...part })
  }
  return all.map((part) => ('words' in part ? { words: withoutBrackets(part.words) } : part))
}

function withoutBrackets(words: string): string {
  return words.replace(
    /\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]/g,
    (link, target: string, alias = '') => {
      if (String(alias).trim() !== '') return String(alias).trim()
      const names = target.split('#').filter((name) => !/^(?:\^.*|\s*)$/.test(name))
      return names.map((name) => name.trim()).join(' > ') || link
    }
  )
}

function isFormula(part: Part): part is InlineMath {
  return 'type' in part
}

function joined(parts: Part[]): string {
  return parts.map((part) => (isFormula(part) ? texText(part.value) : textOf(part))).join('')
}

function textOf(part: Exclude<Part, InlineMath>): string {
  return 'words' in part ? part.words : part.code
}

function phrase(part: Part): PhrasingContent {
  if (isFormula(part)) return { ...part, display: false }
  return { type: 'text', value: onOneLine(textOf(part)) }
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
