import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Lines } from './lines.ts'

/** A definition of a link on a line of its own, with nothing in it that could be more than itself. */
const plain = /^\[([A-Za-z0-9](?:[\w .-]*\w)?)\]: ([\w./:#?=~+,@-]+)$/

/**
 * What a line at the left edge defines, if it surely is all of a definition: behind it stands another one, a blank line
 * or nothing.
 */
export function definitionOf(lines: Lines): { label: string; url: string } | undefined {
  const { text, start, end, next } = lines
  const [, label, url] = plain.exec(text.slice(start, end)) ?? []
  if (label === undefined || url === undefined) return undefined
  if (next < text.length) {
    lines.read(next)
    const isApart = lines.isBlank || plain.test(text.slice(lines.start, lines.end))
    lines.read(start)
    if (!isApart) return undefined
  }
  return { label, url }
}

/** How the tree names a label, whatever its capitals and blanks. */
export function identifierOf(label: string): string {
  return normalizeIdentifier(label).toLowerCase()
}
