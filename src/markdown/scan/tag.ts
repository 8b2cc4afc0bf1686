import { tagForms } from '../tags.ts'
import type { Lines } from './lines.ts'

const longest = Math.max(...Array.from(tagForms.keys(), (tag) => tag.length))

/** The tag that begins with a bracket, as it is written; undefined where none does. */
export function tagAt(text: string, at: number): string | undefined {
  const end = text.indexOf(']', at) + 1
  if (end === 0 || end - at > longest) return undefined
  const source = text.slice(at, end)
  return tagForms.has(source) ? source : undefined
}

/** The tag that a line begins with, if nothing else stands on it. */
export function tagAlone(lines: Lines): string | undefined {
  const source = tagAt(lines.text, lines.first)
  return source !== undefined && lines.isBlankFrom(lines.first + source.length) ? source : undefined
}
