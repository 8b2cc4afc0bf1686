import type { Element } from 'hast'
import { mediaKind } from '../../markdown/tree/media-kind.ts'
import { say } from '../../say/say.ts'
import { isAbsolute } from '../address.ts'
import type { MediaPaths } from '../media-paths.ts'

/**
 * A picture, sound or film of the project, for whoever shows it to fill in by its path; anything
 * else is named, with its address, and never fetched.
 */
export function mediaElement({ properties }: Element, from: string, media: MediaPaths): Element {
  const { src, alt, title, width, height } = properties
  const address = typeof src === 'string' ? src : ''
  const name = typeof alt === 'string' ? alt : ''
  const path = isAbsolute(address) ? undefined : media.find(address, from)
  if (path === undefined) return placeholder(name, address)
  const kind = mediaKind(path)
  const shared = { dataMedia: path, title, width, height }
  if (kind !== 'sound' && kind !== 'video') return element('img', { ...shared, alt: name })
  return element(kind === 'sound' ? 'audio' : 'video', {
    ...shared,
    controls: true,
    preload: 'metadata',
    ariaLabel: name || path
  })
}

function placeholder(name: string, address: string): Element {
  const { template: title } = isAbsolute(address)
    ? say('Pictures of other sites are not fetched')
    : say('Not among the files of this project')
  const value = name && address ? `${name} (${address})` : name || address || '?'
  return {
    ...element('span', { className: ['image'], title }),
    children: [{ type: 'text', value }]
  }
}

function element(tagName: string, properties: Element['properties']): Element {
  return { type: 'element', tagName, properties, children: [] }
}
