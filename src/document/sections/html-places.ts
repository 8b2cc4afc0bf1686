import type { Html } from 'mdast'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { HtmlTag } from '../../render/raw-html.ts'

/** Where some tags of raw HTML, in order, stand in the text; none where marks of a container cut one. */
export function placesOf(text: string, node: Html, tags: HtmlTag[]): (SourceRange | undefined)[] {
  const { start, end } = offsets(node)
  const source = withoutComments(text.slice(start, end), node)
  let from = 0
  return tags.map((tag) => {
    const written = node.value.slice(tag.start, tag.end)
    // In quotes and lists the value lacks the marks at the beginning of its lines.
    const at = source.indexOf(written, Math.max(from, tag.start))
    if (at < 0) return undefined
    from = at + written.length
    return { start: start + at, end: start + from }
  })
}

/** The source of raw HTML with blanks in the place of the comments that its value lacks. */
export function withoutComments(source: string, { data }: Html): string {
  if (!data?.comments) return source
  const signs = source.split('')
  for (const { start, end } of data.comments) signs.fill(' ', start, end)
  return signs.join('')
}
