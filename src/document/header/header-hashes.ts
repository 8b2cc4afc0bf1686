import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { cardTag, cardTags } from '../cards/card-tags.ts'
import { headerFieldOf, yamlList, yamlWord } from './header-keys.ts'

/** Tags with `#` in a header, which YAML takes for comments. */
export interface HashedTags extends SourceRange {
  /** What to write in place of them; nothing where it is not sure what is a tag. */
  put?: string
}

const keyLine = /^(["']?)([\w-][\w -]*)\1[ \t]*:(?:[ \t]+([^\r\n]*))?$/gm

/** Where the header's list of tags holds some with `#` but without quotes, as offsets in it. */
export function hashedTags(yaml: string): HashedTags | undefined {
  for (const match of yaml.matchAll(keyLine)) {
    const [line, , key = '', rest = ''] = match
    if (headerFieldOf(key) !== 'tags') continue
    const value = rest.trim()
    const end = match.index + line.length
    const found = value === '' ? inItems(yaml, end) : inLine(value, end - rest.length)
    if (!found) continue
    // With another key the line would be a problem still.
    if (key === 'tags' || value === '' || found.put === undefined) return found
    const { put, ...range } = found
    if (/^["']?tags["']?[ \t]*:/m.test(yaml)) return range
    return { ...range, start: match.index, put: `tags: ${put}` }
  }
  return undefined
}

/** `[#a, #b]`: a list that YAML finds no end of. */
function inBrackets(value: string, start: number): HashedTags | undefined {
  const [, inside = ''] = /^\[([^\]]*)/.exec(value) ?? []
  const items = inside.match(/"[^"]*"|'[^']*'|[^,]+/g)?.map((item) => item.trim()) ?? []
  if (!items.some((item) => /^#[^\s#]/.test(item))) return undefined
  const tags = items.map((item) => cardTag(item.replace(/^(["'])(.*)\1$/, '$2')))
  const put = yamlList(tags.filter((tag) => tag !== ''))
  return { start, end: start + value.length, put }
}

/** `#a #b` or `a #b`; a `#` before a blank begins a comment, as does one before prose. */
function inLine(value: string, start: number): HashedTags | undefined {
  if (value.startsWith('[')) return inBrackets(value, start)
  if (/["']/.test(value)) return undefined
  const words = value.split(/[\s,;]+/)
  const first = words.findIndex((word) => /^#[^\s#]/.test(word))
  if (first < 0) return undefined
  const areTags = words.slice(first).every((word) => word === '' || /^#[^\s#]/.test(word))
  if (!areTags && first > 0) return undefined
  const range = { start, end: start + value.length }
  return areTags || value.includes(',')
    ? { ...range, put: yamlList(cardTags(words.join(' '))) }
    : range
}

/** Lines of `- #a` below the key. */
function inItems(yaml: string, from: number): HashedTags | undefined {
  const list = /^(?:(?:\r\n|\n|\r)[ \t]*(?:-[^\r\n]*)?)+/.exec(yaml.slice(from))?.[0] ?? ''
  const items = [...list.matchAll(/(?<=^[ \t]*-[ \t]+)#([^\s#][^\r\n]*)$/gm)]
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last) return undefined
  const [start, end] = [first.index, last.index + last[0].length]
  const put = list
    .slice(start, end)
    .replace(/(?<=^[ \t]*-[ \t]+|^)#([^\s#][^\r\n]*)$/gm, (_, tag: string) => yamlWord(tag.trim()))
  return { start: from + start, end: from + end, put }
}
