import { offsets } from '../../markdown/tag-places.ts'
import type { Section } from './chapters.ts'
import type { Document } from '../document.ts'
import type { FileResult, SpanRange } from '../model.ts'

/** Where a file's pairs, readers and literal tags stand, for whoever shows the source. */
export function tagRanges({ sections }: Document): Pick<FileResult, 'spans' | 'literalTags'> {
  return {
    spans: sections.flatMap(spanRanges),
    literalTags: sections.flatMap(({ marking }) => marking.literals.map(offsets))
  }
}

function spanRanges({ marking: { spans, markers } }: Section): SpanRange[] {
  const readers = markers.filter(({ side }) => side === 'single')
  return [
    ...spans.map(({ open, close }) => ({
      kind: open.tag.kind,
      start: offsets(open.tag).start,
      end: offsets(close.tag).end
    })),
    ...readers.map((tag) => ({ kind: tag.kind, ...offsets(tag) }))
  ].toSorted((a, b) => a.start - b.start)
}
