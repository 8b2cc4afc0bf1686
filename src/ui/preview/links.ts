/** Where a link in the preview leads. */
export type LinkTarget =
  | { kind: 'outside' }
  | { kind: 'here'; id: string }
  | { kind: 'file'; path: string }
  | { kind: 'nowhere' }

/** A link's address seen from a file of the project; relative ones lead to other files of it. */
export function resolveLink(href: string, from: string, paths: string[]): LinkTarget {
  if (href.startsWith('#')) return { kind: 'here', id: decode(href.slice(1)) }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return { kind: 'outside' }
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'project:/')
  const path = decode(new URL(href, base).pathname.replace(/^\/+/, ''))
  return paths.includes(path) ? { kind: 'file', path } : { kind: 'nowhere' }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
