import type { Html } from 'mdast'
import { offsets } from '../markdown/tag-places.ts'
import type { HtmlTag, RawHtml } from '../render/raw-html.ts'
import type { Problem } from './diagnostics.ts'

/** A word or more in angle brackets that HTML knows no element for: it is shown as text (L6). */
export function unknownElements(text: string, node: Html, html: RawHtml): Problem[] {
  const { start, end } = offsets(node)
  const source = text.slice(start, end)
  let from = 0
  return html.read(node.value).unknown.map((tag) => {
    const written = node.value.slice(tag.start, tag.end)
    // In quotes and lists the value lacks the marks at the beginning of its lines.
    const at = source.indexOf(written, from)
    if (at < 0) return problem(tag, { start, end })
    from = at + written.length
    const place = { start: start + at, end: start + from }
    return problem(tag, place, escape(tag, written, place.start))
  })
}

function problem(
  { name, isCloser }: HtmlTag,
  place: { start: number; end: number },
  fix?: Problem['fix']
): Problem {
  return {
    ...place,
    code: 'unknown-element',
    message: `HTML has no element ${isCloser ? '</' : '<'}${name}>, so it is shown as text. To say that you mean it so, put a backslash before it, or put it into code.`,
    ...(fix && { fix })
  }
}

/** What stands in the tag beside its name might read otherwise as text; in HTML a backslash is none. */
function escape(tag: HtmlTag, written: string, at: number): Problem['fix'] {
  if (!/^<\/?[a-z][a-z\d-]*[ \t]*\/?>$/i.test(written)) return undefined
  const isFirst = tag.start === 0
  const title = `Keep ${written} as text`
  return { title, start: at, end: at + 1, text: isFirst ? '\\<' : '&lt;' }
}
