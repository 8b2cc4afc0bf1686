import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { FileResult, SpanRange, TextRange } from '../../document/model.ts'

/** What the compilation says of the tags of a file. */
export type TagRanges = Pick<FileResult, 'spans' | 'literalTags'>

const setRanges = StateEffect.define<TagRanges>()

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    // Until the next reading the tints move with the text.
    let moved = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (effect.is(setRanges)) moved = marksFor(effect.value, transaction.newDoc.length)
    }
    return moved
  },
  provide: (field) => EditorView.decorations.from(field)
})

/** Tints questions, answers and topics, and tags that are only text. */
export const spanMarks: Extension = field

/** Tints these ranges in place of those before. */
export function showSpans(ranges: TagRanges): StateEffect<TagRanges> {
  return setRanges.of(ranges)
}

/** Which readers take the text between two places, as last read. */
export function readersBetween(state: EditorState, from: number, to: number): Set<string> {
  const readers = new Set<string>()
  state.field(field).between(from, to, (_from, _to, mark) => {
    const { kind } = mark.spec as { kind?: string }
    if (kind === 'block-reader' || kind === 'chapter-reader') readers.add(kind)
  })
  return readers
}

const spanMark = (kind: SpanRange['kind']) => Decoration.mark({ class: `cm-span-${kind}`, kind })
const spanMarksByKind = {
  topic: spanMark('topic'),
  question: spanMark('question'),
  answer: spanMark('answer'),
  'block-reader': spanMark('block-reader'),
  'chapter-reader': spanMark('chapter-reader')
}
const literal = Decoration.mark({ class: 'cm-literal-tag' })
const faulty = Decoration.mark({ class: 'cm-faulty-tag' })

function marksFor({ spans, literalTags }: TagRanges, length: number): DecorationSet {
  const fits = ({ start, end }: TextRange) => start < end && end <= length
  const pairs = spans.filter(fits)
  let last = 0
  const isInPair = ({ start }: TextRange) => {
    // Both lists are in the order of the text, so one walk through the pairs is enough.
    while (last < pairs.length && (pairs[last]?.end ?? 0) <= start) last++
    return (pairs[last]?.start ?? Infinity) <= start
  }
  return Decoration.set(
    [
      ...pairs.map(({ kind, start, end }) => spanMarksByKind[kind].range(start, end)),
      ...literalTags
        .filter(fits)
        .map((tag) => (isInPair(tag) ? literal : faulty).range(tag.start, tag.end))
    ],
    true
  )
}
