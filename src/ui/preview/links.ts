/** Where a link in the preview leads. */
export type LinkTarget =
  | { kind: 'outside' }
  | { kind: 'here'; id: string }
  | { kind: 'file'; path: string; part: string }
  | { kind: 'nowhere' }

/** A link's address seen from a file of the project; relative ones lead to other files of it. */
export function resolveLink(href: string, from: string, paths: string[]): LinkTarget {
  if (href.startsWith('#')) return { kind: 'here', id: decode(href.slice(1)) }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return { kind: 'outside' }
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'project:/')
  const { pathname, hash } = new URL(href, base)
  const path = decode(pathname.replace(/^\/+/, ''))
  const part = decode(hash.slice(1))
  return paths.includes(path) ? { kind: 'file', path, part } : { kind: 'nowhere' }
}

/** The heading that a link like `#parts-of-a-cell` means, spelled as code forges do. */
export function findHeading(id: string, within: Element): Element | undefined {
  const name = id.replace(/^user-content-/, '').toLowerCase()
  const headings = [...within.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  return headings.find((heading) => spelled(heading) === name)
}

function spelled(heading: Element): string {
  const copy = heading.cloneNode(true)
  if (copy instanceof Element) for (const tag of copy.querySelectorAll('.tag')) tag.remove()
  const text = copy.textContent ?? ''
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
