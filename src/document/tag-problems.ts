import type { Nodes } from 'mdast'
import type { AnyTag } from '../markdown/nodes.ts'
import { offsets, type TagPlace } from '../markdown/tag-places.ts'
import { tagSourceOf, type TagKind } from '../markdown/tags.ts'
import type { Problem } from './diagnostics.ts'
import type { Fix } from './model.ts'

/** An opener without a closer in its chapter or table cell (L2.4). */
export function unclosedTag(text: string, place: TagPlace, places: TagPlace[]): Problem {
  const { value, kind } = place.tag
  const closer = tagSourceOf(kind, 'close')
  const fix = closingFix(text, place, places, closer)
  return {
    ...offsets(place.tag),
    code: 'unclosed-tag',
    message: `${value} is never closed. Put ${closer} after the ${noun[kind]}, before the next heading.`,
    ...(fix && { fix })
  }
}

/** A closer without an opener (L2.3). */
export function unopenedTag(tag: AnyTag): Problem {
  return {
    ...offsets(tag),
    code: 'unopened-tag',
    message: `${tag.value} closes nothing. Put ${tagSourceOf(tag.kind, 'open')} where the ${noun[tag.kind]} begins, or take ${tag.value} out.`,
    fix: escapeFix(tag)
  }
}

/** A closer whose opener stands inside another pair (L2.3). */
export function overlappingTags(tag: AnyTag): Problem {
  const opener = tagSourceOf(tag.kind, 'open')
  return {
    ...offsets(tag),
    code: 'overlapping-tags',
    message: `${tag.value} belongs to the ${opener} inside another pair of tags. Close one pair before you open the next.`,
    fix: escapeFix(tag)
  }
}

/** A pair with nothing in it (L2.6). */
export function emptyTag(open: AnyTag, close: AnyTag): Problem {
  const { start } = offsets(open)
  const { end } = offsets(close)
  return {
    start,
    end,
    code: 'empty-tag',
    message: `Nothing stands between ${open.value} and ${close.value}. Write the ${noun[open.kind]} there, or take both tags out.`,
    fix: { title: 'Remove both tags', start, end, text: '' }
  }
}

const noun: Record<TagKind, string> = {
  topic: 'topic',
  question: 'question',
  answer: 'answer',
  'block-reader': 'block reader',
  'chapter-reader': 'chapter reader'
}

function escapeFix(tag: AnyTag): Fix {
  const { start } = offsets(tag)
  return { title: `Keep ${tag.value} as text`, start, end: start, text: '\\' }
}

/** Closes at the end of the tag's paragraph, or before the next tag in it. */
function closingFix(
  text: string,
  { tag, ancestors }: TagPlace,
  places: TagPlace[],
  closer: string
): Fix | undefined {
  const paragraph = ancestors.find((node: Nodes) =>
    ['paragraph', 'heading', 'tableCell'].includes(node.type)
  )
  if (!paragraph) return undefined
  const { end: from } = offsets(tag)
  const next = places.find((place) => offsets(place.tag).start >= from)
  const limit = Math.min(offsets(paragraph).end, next ? offsets(next.tag).start : Infinity)
  const at = from + text.slice(from, limit).replace(/[\s|#]+$/, '').length
  return at > from ? { title: `Insert ${closer}`, start: at, end: at, text: closer } : undefined
}
