import type { Html } from 'mdast'
import { say } from '../../say/say.ts'
import { knownElements } from '../../markdown/tree/html-elements.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { HtmlTag, ReadHtml } from '../../render/raw-html.ts'
import type { Problem } from './diagnostics.ts'
import { placesOf } from '../sections/html-places.ts'

/** A word or more in angle brackets that is no element of HTML, or not meant as one: it is shown as text (L6). */
export function unknownElements(text: string, node: Html, { words }: ReadHtml): Problem[] {
  const places = placesOf(text, node, words)
  return words.map((tag, at) => {
    const place = places[at]
    if (!place) return problem(tag, offsets(node))
    const written = text.slice(place.start, place.end)
    return problem(tag, place, escape(tag, written, place.start))
  })
}

function problem(
  { name, isCloser }: HtmlTag,
  place: { start: number; end: number },
  fix?: Problem['fix']
): Problem {
  const written = `${isCloser ? '</' : '<'}${name}>`
  return {
    ...place,
    code: 'unknown-element',
    said: knownElements.has(name.toLowerCase())
      ? say(
          'Nothing closes {tag}, and as HTML it would not be seen, so it is shown as text. To say that you mean it so, put a backslash before it, or put it into code.',
          { tag: written }
        )
      : say(
          'HTML has no element {tag}, so it is shown as text. To say that you mean it so, put a backslash before it, or put it into code.',
          { tag: written }
        ),
    ...(fix && { fix })
  }
}

/** What stands in the tag beside its name might read otherwise as text; in HTML a backslash is none. */
function escape(tag: HtmlTag, written: string, at: number): Problem['fix'] {
  if (!/^<\/?[a-z][a-z\d-]*[ \t]*\/?>$/i.test(written)) return undefined
  const isFirst = tag.start === 0
  const said = say('Keep {tag} as text', { tag: written })
  return { said, start: at, end: at + 1, text: isFirst ? '\\<' : '&lt;' }
}
