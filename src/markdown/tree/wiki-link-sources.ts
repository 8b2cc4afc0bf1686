import type { Nodes } from 'mdast'
import type { SourceRange } from './container-marks.ts'
import { lineStart } from '../line-start.ts'
import { isPlain } from '../scan/plain-blocks.ts'
import { offsets } from '../tag-places.ts'
import { wikiLinkTarget } from './wiki-link-target.ts'

/** A stretch of source, and the Markdown to stand there where the text is taken elsewhere. */
export interface Replacement extends SourceRange {
  insert: string
}

/** Links to notes in some nodes and below, in the order of the text, as Markdown of their words alone. */
export function wikiLinkSources(text: string, nodes: Nodes[]): Replacement[] {
  const found: Replacement[] = []
  for (const node of nodes) if (!isPlain(node)) visit(node)
  return found

  function visit(node: Nodes): void {
    if (node.type === 'wikiLink') {
      const { start, end } = offsets(node)
      const before = text.slice(lineStart(text, start), start)
      const inside = /^!?\[\[/.test(text.slice(start, start + 3))
        ? text.slice(start + (node.isEmbed ? 3 : 2), end - 2)
        : ''
      const { words = '' } = wikiLinkTarget(inside) ?? {}
      const insert = behind(before, words || node.name.replace(marks, '\\$&'))
      found.push({ start, end, insert })
    } else if (
      node.type === 'link' &&
      node.position &&
      text.startsWith('{{', offsets(node).start)
    ) {
      found.push({ ...offsets(node), insert: `<${node.url}>` })
    } else if ('children' in node) {
      for (const child of node.children) visit(child)
    }
  }
}

/** Signs that would be marks; an underscore within a word is none. */
const marks = /[\\*`$|~=]|<(?=[a-z/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/giu

/** Behind marks of blocks, and behind a tag, words must not begin another block. */
function behind(before: string, words: string): string {
  if (!/(?:^|[>*+\-.)\]#|])[ \t]*$/.test(before)) return words
  return words
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(?:[-+](?=[\s-]|$)|#+(?=\s|$)|>)/, '\\$&')
}
