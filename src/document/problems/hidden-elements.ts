import type { Html } from 'mdast'
import { say, type Said } from '../../say/say.ts'
import type { SourceRange } from '../../markdown/tree/container-marks.ts'
import { offsets } from '../../markdown/tag-places.ts'
import type { HtmlTag, ReadHtml } from '../../render/raw-html.ts'
import type { Mend, Problem } from './diagnostics.ts'
import { placesOf } from '../sections/html-places.ts'

/** Elements that go with all that stands in them. */
const withContent = new Set(['script', 'style', 'template', 'title'])
/** Elements that go, and leave the words in them. */
const withoutContent = new Set(
  'applet canvas embed frame iframe input math meter object progress select svg'.split(' ')
)
const empty = new Set(['embed', 'frame', 'input'])
/** So far behind an opening tag the closing one is looked for. */
const NEAR = 1000

const frames = say('Lead to it by a link, [words](address).')
const drawings = say('Put the drawing into a file of its own: ![words](drawing.svg).')
const remedies: Record<string, Said> = {
  embed: frames,
  frame: frames,
  iframe: frames,
  object: frames,
  canvas: drawings,
  svg: drawings,
  math: say('Write the formula between $ signs.')
}

/**
 * Elements of HTML that neither the preview nor a card ever shows (L6). `lineEnd` is where the words end
 * around a tag in a line: up to there both its tags can be kept as text.
 */
export function hiddenElements(
  text: string,
  node: Html,
  { tags }: ReadHtml,
  lineEnd?: number
): Problem[] {
  const hidden = tags.filter((tag) => !tag.isCloser && isHidden(node.value, tag))
  const places = placesOf(text, node, hidden)
  return hidden.map((tag, at) => {
    const place = places[at]
    if (!place) return problem(tag, offsets(node))
    return problem(tag, place, lineEnd === undefined ? undefined : fix(text, tag, place, lineEnd))
  })
}

function isHidden(html: string, { name, start, end, inDrawing }: HtmlTag): boolean {
  if (inDrawing) return false
  if (name === 'input') return !/\stype\s*=\s*["']?checkbox/i.test(html.slice(start, end))
  return withContent.has(name) || withoutContent.has(name)
}

function problem({ name }: HtmlTag, place: SourceRange, fix?: Mend): Problem {
  const what = hidden(name)
  const remedy = remedies[name]
  return {
    ...place,
    code: 'hidden-element',
    said: remedy
      ? say('{what} {remedy} If you write about it, put it into code.', { what, remedy })
      : say('{what} If you write about it, put it into code.', { what }),
    ...(fix && { fix })
  }
}

function hidden(name: string): Said {
  if (withContent.has(name)) {
    return say('<{name}> is never shown, nor is what stands in it.', { name })
  }
  return empty.has(name)
    ? say('<{name}> is never shown.', { name })
    : say('<{name}> is never shown; words in it are.', { name })
}

/** A backslash before both tags; attributes and code might read otherwise then. */
function fix(
  text: string,
  { name }: HtmlTag,
  { start, end }: SourceRange,
  lineEnd: number
): Mend | undefined {
  if (!/^<\w+>$/.test(text.slice(start, end))) return undefined
  const rest = text.slice(end, Math.min(lineEnd, end + NEAR))
  const length = rest.search(new RegExp(`</${name}\\s*>`, 'i'))
  const between = rest.slice(0, length)
  if (length < 0 || /[`\\<]/.test(between)) return undefined
  const put = `\\${text.slice(start, end)}${between}\\<`
  return {
    said: say('Keep {tag} as text', { tag: `<${name}>` }),
    start,
    end: end + length + 1,
    text: put
  }
}
