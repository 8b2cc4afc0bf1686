import type { Nodes, Parents } from 'mdast'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { offsets } from '../markdown/tag-places.ts'

/** Stands for a character that is no prose: of code, links, pictures, escapes. */
export const hidden = '\ufffc'

/** The same for HTML, comments among it. */
export const htmlMark = '\ufff9'

/** The same for formulas, which may be what one learns. */
export const mathMark = '\ufffb'

/** The same for a tag of the language. */
export const tagMark = '\ufffd'

/** An address that is written out; the tree has no place for every one. */
const addresses = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"）」』]+|\bmailto:\S+/gi
/** A sign of what is no prose, or of what may turn into it; where none stands, no tree is asked. */
export const mayBeUnseen = /[`<[\]\\$^@]|%%|:\/\/|www\.|https?:|mailto:|xmpp:/i
const escapes = /\\[!-/:-@[-`{-~]/g

/**
 * The source of a stretch of inline content, in which each character that is no prose is replaced by
 * `hidden`: places in it are places in the text.
 */
export function maskedSource(text: string, node: Parents, { start, end }: SourceRange): string {
  const source = text.slice(start, end)
  if (!mayBeUnseen.test(source)) return source
  let masked = ''
  let at = start
  for (const [range, mark] of unseen(node)) {
    masked += text.slice(at, range.start) + mark.repeat(range.end - range.start)
    at = range.end
  }
  masked += text.slice(at, end)
  return masked
    .replace(escapes, (found) => hidden.repeat(found.length))
    .replace(addresses, (found) => hidden.repeat(found.length))
}

function unseen(node: Nodes): [SourceRange, string][] {
  switch (node.type) {
    case 'text':
    case 'gapMark':
    case 'break':
    case 'wikiLink': // Some programs write tags so.
      return []
    case 'tag':
      return [[offsets(node), tagMark]]
    case 'inlineMath':
      return [[offsets(node), mathMark]]
    case 'html':
      return [[offsets(node), htmlMark]]
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'highlight':
      return node.children.flatMap(unseen)
    default:
      // A bare address that was found late has no place of its own.
      return node.position ? [[offsets(node), hidden]] : []
  }
}
