import { readReferences } from '../../../render/read-references.ts'

/** A picture, sound or film as `cardHtml` writes it; in an attribute no such tag can stand whole. */
const mediaTags =
  /<(img|audio|video)((?:\s+[\w-]+(?:="[^"]*")?)*?)\s+src="([^"]*)"((?:\s+[\w-]+(?:="[^"]*")?)*)>(?:<\/\1>)?/g

/** A medium in the HTML of a card. */
export interface MediaTag {
  element: string
  /** Its path in the project. */
  path: string
  /** Its other attributes, as they stand. */
  attributes: string
}

/** The HTML of a card with something else in place of its media. */
export function replaceMedia(html: string, write: (tag: MediaTag) => string): string {
  if (!holdsMedia(html)) return html
  return html.replace(
    mediaTags,
    (_tag, element: string, before: string, source: string, after: string) =>
      write({ element, path: readReferences(source), attributes: before + after })
  )
}

/** The HTML without the paths of its media: equal when only a file's name changed. */
export function withoutMediaNames(html: string): string {
  return replaceMedia(html, ({ element, attributes }) => `<${element}${attributes}>`)
}

/** Paths of the media in the HTML of a card, in their order. */
export function mediaIn(html: string): string[] {
  const paths: string[] = []
  replaceMedia(html, ({ path }) => {
    paths.push(path)
    return ''
  })
  return paths
}

/** Whether some HTML of a card shows any. */
function holdsMedia(html: string): boolean {
  // Most cards hold no element at all, which is seen faster.
  return html.includes('<') && /<(?:img|audio|video)\b/.test(html)
}
