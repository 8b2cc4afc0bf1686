import {
  characterEscape,
  characterReference,
  hardBreakEscape,
  lineEnding
} from 'micromark-core-commonmark'
import { codes } from 'micromark-util-symbol'
import type {
  Construct,
  ConstructRecord,
  Event,
  Extension,
  TokenizeContext
} from 'micromark-util-types'

/** What the parser has by itself: every line end (CR, LF, and both, as micromark counts them), references and escapes. */
const own: Extension = {
  text: {
    [-5]: lineEnding,
    [-4]: lineEnding,
    [-3]: lineEnding,
    [codes.ampersand]: characterReference,
    [codes.backslash]: [hardBreakEscape, characterEscape]
  },
  string: { [codes.ampersand]: characterReference, [codes.backslash]: characterEscape }
}

/**
 * Has neighbouring pieces of plain text put together while they are read. At the end of a paragraph the
 * parser does so, too, but moves all that follows for each of them: many marks in one take minutes.
 */
export function mergeEarly(extensions: Extension[]): Extension[] {
  const known = new Map<Construct, Construct>()
  /** How many events there were when what is read now began. */
  const begins = new WeakMap<TokenizeContext, number>()
  // What comes last is asked first.
  return [own, ...extensions].map(({ text, string, ...extension }) => ({
    ...extension,
    ...(text && { text: allMerging(text) }),
    ...(string && { string: allMerging(string) })
  }))

  function allMerging(record: ConstructRecord): ConstructRecord {
    const merged: ConstructRecord = {}
    for (const [code, constructs] of Object.entries(record)) {
      merged[code] = [constructs ?? []].flat().map(merging)
    }
    return merged
  }

  function merging(construct: Construct): Construct {
    const copy: Construct = known.get(construct) ?? {
      ...construct,
      tokenize(effects, ok, nok) {
        begins.set(this, this.events.length)
        return construct.tokenize.call(this, effects, ok, nok)
      },
      resolveTo(events, context) {
        mergeBefore(events, begins.get(context) ?? 0)
        return construct.resolveTo?.(events, context) ?? events
      }
    }
    known.set(construct, copy)
    return copy
  }
}

/** Makes one of the pieces of plain text right before an index. */
function mergeBefore(events: Event[], end: number): void {
  let start = end
  while (events[start - 1]?.[1].type === 'data') start--
  const first = events[start]?.[1]
  const last = events[end - 1]?.[1]
  if (end - start < 4 || !first || !last) return
  first.end = last.end
  const others = events.splice(start + 2, end - start - 2)
  // Up to there no label is open: without the mark all before would be looked through again and again.
  if (others.some(([, { _gfmAutolinkLiteralWalkedInto }]) => _gfmAutolinkLiteralWalkedInto)) {
    first._gfmAutolinkLiteralWalkedInto = true
  }
}
