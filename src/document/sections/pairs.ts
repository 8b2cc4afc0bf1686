import type { Nodes, RootContent } from 'mdast'
import { firstFrom } from '../../markdown/first-from.ts'
import type { AnyTag } from '../../markdown/tree/nodes.ts'
import { isBlankSlice, slice } from '../../markdown/slice.ts'
import { offsets, tagPlaces, type TagPlace } from '../../markdown/tag-places.ts'
import type { TagKind } from '../../markdown/tags.ts'
import type { Problem } from '../problems/diagnostics.ts'
import type { LonelyTag } from '../problems/near-misses.ts'
import {
  blockBehindTag,
  emptyTag,
  overlappingTags,
  unclosedTag,
  unopenedTag
} from '../problems/tag-problems.ts'
import { textProblems } from '../problems/text-problems.ts'

/** A pair of tags with what stands between them (L2). */
export interface Span {
  kind: TagKind
  open: TagPlace
  close: TagPlace
  content: RootContent[]
}

/** Where a pair, or a tag by itself, begins. */
export function startOf(one: Span | AnyTag): number {
  return offsets('content' in one ? one.open.tag : one).start
}

/** Whether a place of the text stands between the two tags of a span. */
export function isBetweenTags(offset: number, { open, close }: Span): boolean {
  return offset >= offsets(open.tag).end && offset < offsets(close.tag).start
}

/** What the tags of one chapter's own text say. */
export interface Marking {
  /** In the order of the text. */
  spans: Span[]
  /** Reader tags that stand for themselves. */
  readers: Set<TagKind>
  /** Every tag that is a marker, in the order of the text. */
  markers: AnyTag[]
  /** Every tag that is text, in the order of the text. */
  literals: AnyTag[]
  /** Tags outside of tables that found no mate, in the order of the text. */
  lonely: AnyTag[]
  problems: Problem[]
  /** Tags of every sort, literal ones too. */
  tagCount: number
}

/** What a chapter without tags says. */
export function noMarking(): Marking {
  return {
    spans: [],
    readers: new Set(),
    markers: [],
    literals: [],
    lonely: [],
    problems: [],
    tagCount: 0
  }
}

/**
 * Forms the pairs among the tags of a chapter's blocks, and marks every tag that stands for itself
 * as literal. Never throws on a user's text. Problems of the text beside its tags are looked for where somebody asks.
 */
export function pairTags(text: string, blocks: RootContent[], asksForProblems = true): Marking {
  const places = tagPlaces(blocks)
  if (places.length === 0) {
    const marking = noMarking()
    if (asksForProblems) marking.problems = textProblems(text, blocks, [], () => false)
    return marking
  }
  // A tree that was read before, with other text around it, carries what was said of its tags then.
  for (const { tag } of places) delete tag.literal
  const marking = noMarking()
  marking.tagCount = places.length
  const nextPlaces = new Map(places.map((place, at) => [place, places[at + 1]]))
  pairScope(places.filter((place) => !cellOf(place)))
  const around = spanFinder(marking.spans)
  for (const cell of cellScopes(places)) {
    if (cell[0] && around(offsets(cell[0].tag).start)) {
      for (const { tag } of cell) tag.literal = true
    } else pairScope(cell)
  }
  marking.spans.sort((a, b) => offsets(a.open.tag).start - offsets(b.open.tag).start)
  const isInSpan = spanFinder(marking.spans)
  if (asksForProblems) {
    const inText = textProblems(text, blocks, lonelyTags(places), isInSpan)
    marking.problems = marking.problems.concat(inText)
  }
  const tags = places.map(({ tag }) => tag)
  marking.markers = tags.filter((tag) => !tag.literal)
  marking.literals = tags.filter((tag) => tag.literal)
  return marking

  function lonelyTags(places: TagPlace[]): LonelyTag[] {
    return places
      .map(({ tag }) => ({ ...offsets(tag), source: tag.value, literal: tag.literal }))
      .filter(({ start, literal }) => literal && !isInSpan(start))
  }

  function pairScope(scope: TagPlace[]): void {
    const mates = matchBrackets(scope)
    let closing: TagPlace | undefined
    for (const place of scope) {
      const mate = mates.get(place)
      if (closing) {
        if (place === closing) closing = undefined
        else place.tag.literal = true
      } else if (place.tag.side === 'single') {
        marking.readers.add(place.tag.kind)
      } else if (place.tag.side === 'open' && mate) {
        closing = mate
        addSpan(place, mate)
      } else {
        place.tag.literal = true
        if (!mate && !cellOf(place)) marking.lonely.push(place.tag)
        marking.problems.push(lonely(place, mates))
      }
    }
  }

  function addSpan(open: TagPlace, close: TagPlace): void {
    const content = slice(blocks, open, close)
    if (isBlankSlice(content)) {
      marking.problems.push(emptyTag(text, open, close))
      return
    }
    marking.spans.push({ kind: open.tag.kind, open, close, content })
    const problem = blockBehindTag(text, open, close)
    if (problem) marking.problems.push(problem)
  }

  function lonely(place: TagPlace, mates: ReadonlyMap<TagPlace, TagPlace>): Problem {
    if (place.tag.side !== 'open') {
      return mates.has(place) ? overlappingTags(place) : unopenedTag(place)
    }
    const next = nextPlaces.get(place)
    return unclosedTag(text, place, next && { ...next, isPaired: mates.has(next) })
  }
}

/** Tells whether a place stands within one of some spans, which are in order and never overlap. */
function spanFinder(spans: Span[]): (offset: number) => boolean {
  const opens = spans.map(({ open }) => offsets(open.tag))
  const known = [...spans]
  return (offset) => {
    const span = known[firstFrom(opens, offset) - 1]
    return span !== undefined && isBetweenTags(offset, span)
  }
}

/** Each kind by itself, like brackets: opener ↔ closer (L2.1). */
function matchBrackets(scope: TagPlace[]): Map<TagPlace, TagPlace> {
  const mates = new Map<TagPlace, TagPlace>()
  const open = new Map<TagKind, TagPlace[]>()
  for (const place of scope) {
    const { kind, side } = place.tag
    if (side === 'open') {
      const waiting = open.get(kind)
      if (waiting) waiting.push(place)
      else open.set(kind, [place])
    } else if (side === 'close') {
      const opener = open.get(kind)?.pop()
      if (!opener) continue
      mates.set(opener, place)
      mates.set(place, opener)
    }
  }
  return mates
}

/** The tags of each table cell that holds any. */
function cellScopes(places: TagPlace[]): TagPlace[][] {
  const scopes = new Map<Nodes, TagPlace[]>()
  for (const place of places) {
    const cell = cellOf(place)
    if (!cell) continue
    const scope = scopes.get(cell)
    if (scope) scope.push(place)
    else scopes.set(cell, [place])
  }
  return [...scopes.values()]
}

function cellOf({ ancestors }: TagPlace): Nodes | undefined {
  return ancestors.find((node) => node.type === 'tableCell')
}
