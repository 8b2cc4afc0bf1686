/** Elements that are known and shown wherever they stand, and addresses. */
const tag =
  /<(?:(\/?)(a|b|code|em|i|img|ins|kbd|mark|s|small|span|strong|sub|sup|u|var)((?:[ \t]+[a-z-]+="[\w #%.,:;/?&=+!@-]*")*)[ \t]*\/?|br[ \t]*\/?|https?:\/\/[\w.~:/?#@!&'()*+,;=%-]*)>/gi

/**
 * Inline content with other characters in the place of tags that are as they look, and in which nothing is
 * amiss: of elements that are closed in their line, or have attributes. Others stay.
 */
export function withoutTags(source: string): string {
  if (!source.includes('<')) return source
  return source.replace(
    tag,
    (written: string, slash: string | undefined, name: string, rest: string, at: number) => {
      const isSure =
        slash === undefined || slash === '/' || rest !== '' || isClosed(source, name, at)
      return isSure ? 'x'.repeat(written.length) : written
    }
  )
}

/** So far behind a tag its end is looked for. */
const NEAR = 500

function isClosed(source: string, name: string, at: number): boolean {
  const [line = ''] = source.slice(at, at + NEAR).split('\n', 1)
  return line.toLowerCase().includes(`</${name.toLowerCase()}>`)
}
