import { setextUnderline } from 'micromark-core-commonmark'
import type { Construct, Event, Extension, TokenizeContext } from 'micromark-util-types'

/**
 * CommonMark's underlined headings. Its own construct copies all that was read before for each of them,
 * so that many take minutes; here it is shown only what the heading is made of.
 *
 * ```markdown
 *   | a
 * > | -
 *     ^
 * ```
 */
const lightUnderline: Construct = {
  ...setextUnderline,
  name: 'lightSetextUnderline',
  resolveTo(events, context) {
    const heading = events.splice(contentAt(events))
    for (const event of resolved(heading, context)) events.push(event)
    return events
  }
}

/** Underlined headings in place of CommonMark's own. */
export const setext: Extension = {
  disable: { null: [setextUnderline.name ?? ''] },
  flow: { 45: lightUnderline, 61: lightUnderline }
}

function resolved(events: Event[], context: TokenizeContext): Event[] {
  return setextUnderline.resolveTo?.(events, context) ?? events
}

/** Where the paragraph begins that is last. */
function contentAt(events: Event[]): number {
  return events.findLastIndex(([way, { type }]) => way === 'enter' && type === 'content')
}
