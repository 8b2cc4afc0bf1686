import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { tagForms, type TagKind } from '../../../laegna.ts'
import { chapterAt } from '../chapter-range.ts'
import { tagNodes } from '../language/tag-styles.ts'

/** From one place of a text to another. */
export interface Stretch {
  from: number
  to: number
}

/** A pair of tags around a place, by the tags' own places. */
export interface Pair {
  kind: TagKind
  opener: Stretch
  closer: Stretch
}

/** Blocks that hold words, of which one is meant as a whole. */
const holdsWords = /^(?:Paragraph|Task|TableCell|ATXHeading\d|SetextHeading\d)$/
const patience = 100
const tagNames = new Set(Object.values(tagNodes))

/**
 * What is meant by a place where nothing is selected: the words of its paragraph, table cell, list
 * item or heading, from the tag before it to the tag behind it, without blanks at the ends. Where no
 * words are, it is the place itself, but never one within a word.
 */
export function stretchAt(state: EditorState, at: number): Stretch {
  const holder = holderOf(state, at)
  if (!holder) {
    const word = state.wordAt(at)
    const place = word && word.from < at ? word.to : at
    return { from: place, to: place }
  }
  const parts = partsOf(state, holder)
  const part = parts.find(({ to }) => at <= to) ?? parts.at(-1) ?? holder
  return trimmed(state, part, at)
}

/** The words of a chapter's heading, without its tags; undefined where there is no heading. */
export function headingAt(state: EditorState, at: number): Stretch | undefined {
  const { from, headingEnd } = chapterAt(state, state.doc.lineAt(at).to)
  const holder = headingEnd === undefined ? undefined : holderOf(state, from)
  const pair = holder && pairAt(state, holder.from + 1)
  if (pair?.kind === 'topic') return { from: pair.opener.to, to: pair.closer.from }
  const parts = holder ? partsOf(state, holder).map((part) => trimmed(state, part, part.to)) : []
  return parts.find(({ from, to }) => to > from) ?? parts[0]
}

/** The pair that a place stands in, as pairs are read: from its chapter's first tag on (L2). */
export function pairAt(state: EditorState, at: number): Pair | undefined {
  const chapter = chapterAt(state, state.doc.lineAt(at).to)
  const tags = tagsBetween(state, chapter.from, chapter.to)
  for (let first = 0; first < tags.length; first++) {
    const opener = tags[first]
    if (opener?.side !== 'open') continue
    const isMate = ({ kind, side }: Tag) => kind === opener.kind && side === 'close'
    const last = tags.findIndex((tag, index) => index > first && isMate(tag))
    const closer = tags[last]
    if (!closer) continue
    if (opener.from < at && at < closer.to) return { kind: opener.kind, opener, closer }
    first = last
  }
  return undefined
}

type Tag = Stretch & NonNullable<ReturnType<typeof tagForms.get>>

/** The tags of a stretch, in their order. */
function tagsBetween(state: EditorState, from: number, to: number): Tag[] {
  const tags: Tag[] = []
  treeTo(state, to).iterate({
    from,
    to,
    enter({ name, from: start, to: end }) {
      const form = tagNames.has(name) && tagForms.get(state.doc.sliceString(start, end))
      if (form && start >= from && end <= to) tags.push({ ...form, from: start, to: end })
    }
  })
  return tags
}

/** What stands between the tags of a block. */
function partsOf(state: EditorState, { from, to }: Stretch): Stretch[] {
  const tags = tagsBetween(state, from, to)
  return [{ from, to: from }, ...tags].map((tag, index) => ({
    from: tag.to,
    to: tags[index]?.from ?? to
  }))
}

/** A part without blanks at its ends; where it is blank, the place within it that is nearest. */
function trimmed({ doc }: EditorState, { from, to }: Stretch, at: number): Stretch {
  const text = doc.sliceString(from, to)
  const place = Math.min(Math.max(at, from), to)
  if (text.trim() === '') return { from: place, to: place }
  return { from: from + text.search(/\S/), to: from + text.trimEnd().length }
}

function holderOf(state: EditorState, at: number): Stretch | undefined {
  const tree = treeTo(state, at)
  for (const side of [-1, 1] as const) {
    for (let node = tree.resolveInner(at, side); node.parent; node = node.parent) {
      if (!holdsWords.test(node.name)) continue
      const marks = [...node.getChildren('TaskMarker'), ...node.getChildren('HeaderMark')]
      const from = marks.find((mark) => mark.from === node.from)?.to ?? node.from
      const end = marks.find((mark) => mark.from > node.from)?.from ?? node.to
      const isHeading = node.name.includes('Heading')
      const words = state.doc.sliceString(from, end)
      const named = isHeading ? /\s*\{[^{}]*\}\s*$/.exec(words) : null
      return { from, to: named ? from + named.index : end }
    }
  }
  return undefined
}

function treeTo(state: EditorState, at: number) {
  return ensureSyntaxTree(state, at, patience) ?? syntaxTree(state)
}
