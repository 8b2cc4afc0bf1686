import { commentAt } from './comment.ts'

/** Elements that are known and shown wherever they stand. */
const element = String.raw`(\/?)(a|b|code|em|i|img|ins|kbd|mark|s|small|span|strong|sub|sup|u|var)((?:[ \t]+[a-z-]+="[\w #%.,:;/?&=+!@-]*")*)[ \t]*\/?|br[ \t]*\/?`
const address = String.raw`https?:\/\/[\w.~:/?#@!&'()*+,;=%-]*`
const tag = new RegExp(`<(?:${element}|${address})>`, 'gi')
const elementHere = new RegExp(`<(?:${element})>`, 'iy')

/**
 * Inline content with other characters in the place of tags that are as they look, and in which nothing is
 * amiss: of elements that are closed in their line, or have attributes. Others stay.
 */
export function withoutTags(source: string): string {
  if (!source.includes('<')) return source
  return source.replace(
    tag,
    (written: string, slash: string | undefined, name: string, rest: string, at: number) =>
      isSure(source, at, slash, name, rest) ? 'x'.repeat(written.length) : written
  )
}

/** Where such a tag of an element ends, or a comment, that begins at an offset; undefined where that is not certain. */
export function htmlEnd(source: string, at: number): number | undefined {
  if (source.startsWith('<!--', at)) return commentAt(source, at)?.end
  elementHere.lastIndex = at
  const [written, slash, name = '', rest = ''] = elementHere.exec(source) ?? []
  return written !== undefined && isSure(source, at, slash, name, rest)
    ? at + written.length
    : undefined
}

function isSure(
  source: string,
  at: number,
  slash: string | undefined,
  name: string,
  rest: string
): boolean {
  return slash === undefined || slash === '/' || rest !== '' || isClosed(source, name, at)
}

/** So far behind a tag its end is looked for. */
const NEAR = 500

function isClosed(source: string, name: string, at: number): boolean {
  const [line = ''] = source.slice(at, at + NEAR).split('\n', 1)
  return line.toLowerCase().includes(`</${name.toLowerCase()}>`)
}
