import { schema } from '../render/schema.ts'

/** What a link back to a card can say of its place. */
export interface CardPlace {
  path: string
  line: number
  heading: string
}

const schemes = new Set(schema.protocols?.['href'] ?? [])
/** What no address holds as it stands. */
const unwritable = /[\s"<>\\^`{|}\p{Cc}]/gu

/**
 * The address that leads back to a card, by a template with `{path}`, `{line}` and `{heading}`; what they
 * stand for is percent-encoded, slashes of a path only behind `?` or `#`. Undefined where the template
 * is empty, or begins with no scheme that links may have.
 */
export function sourceLink(template: string, place: CardPlace): string | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(template.trim())?.[1]?.toLowerCase()
  if (scheme === undefined || !schemes.has(scheme)) return undefined
  const rest = template.trim().slice(scheme.length)
  const queryStart = rest.search(/[?#]/)
  const filled = rest.replace(
    /\{(path|line|heading)\}/g,
    (_, name: keyof CardPlace, at: number) => {
      const value = encoded(String(place[name]))
      return queryStart >= 0 && at > queryStart ? value : value.replaceAll('%2F', '/')
    }
  )
  return scheme + filled.replace(unwritable, encoded)
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}
