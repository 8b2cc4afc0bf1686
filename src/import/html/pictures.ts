import type { Element, ElementContent, Root } from 'hast'
import { sayCount, type Said } from '../../say/say.ts'
import type { ImportedMedium } from '../importer.ts'
import { isElement, property, replaceElements } from './elements.ts'

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
  'video/webm': 'webm'
}

/** How pictures are placed: see `HtmlReading`. */
interface Placing {
  target: string
  taken?: readonly string[]
  placeOf?: (address: string) => string | undefined
  linkOf?: (address: string) => string | undefined
}

/** Takes the pictures that stand in HTML out of it, and drops what could not be shown anywhere. */
export class PictureTaker {
  readonly media: ImportedMedium[] = []
  readonly notes: Said[] = []
  readonly #placing: Placing
  readonly #known = new Map<string, string>()
  /** Pictures of which the file only says where on a disk they were. */
  #lost = 0
  /** Pictures that are written into the file, and are none that can be kept. */
  #unread = 0
  #lastNumber = 0

  constructor(placing: Placing) {
    this.#placing = placing
  }

  /** Gives every picture of the tree the address where it is afterwards. */
  take(tree: Root): void {
    replaceElements(tree, (node) => {
      if (isElement(node, 'img', 'audio', 'video', 'source')) return this.#takeOne(node)
      if (isElement(node, 'a')) return this.#linkOf(node)
      return undefined
    })
    // Who says where pictures are says which are not there.
    if (this.#lost > 0 && !this.#placing.placeOf) this.notes.push(lostPictures(this.#lost))
    if (this.#unread > 0) this.notes.push(unreadPictures(this.#unread))
  }

  /** Links that lead nowhere outside the page are their words. */
  #linkOf(node: Element): ElementContent[] | undefined {
    const address = property(node, 'href').trim()
    const isBad = /^(?:javascript|data|vbscript|blob|about):/i.test(address.replace(/[\s\0]/g, ''))
    if (address === '' || address.startsWith('#') || isBad) return node.children
    const { linkOf } = this.#placing
    // With a letter alone it is a disk.
    if (!linkOf || /^[a-z][a-z\d+.-]+:|^\/\//i.test(address)) return undefined
    const place = linkOf(address)
    if (place === undefined) return node.children
    node.properties['href'] = place
    return undefined
  }

  #takeOne(node: Element): ElementContent[] | undefined {
    const address = property(node, 'src')
    if (!address) {
      if (!isElement(node, 'img')) return undefined
      return textOf(property(node, 'alt'))
    }
    const isWithin = /^data:/i.test(address)
    const place = isWithin ? this.#keep(address) : this.#placeOf(address)
    if (place === undefined) {
      if (isWithin) this.#unread += 1
      else this.#lost += 1
      return textOf(property(node, 'alt'))
    }
    node.properties['src'] = place
    return undefined
  }

  #placeOf(address: string): string | undefined {
    const place = this.#placing.placeOf?.(address) ?? address
    return /^(?:file|blob|cid|about|ms-[\w-]+|[a-z]):/i.test(place) ? undefined : place
  }

  /** Keeps what an address holds as a file; gives the address of that. */
  #keep(address: string): string | undefined {
    const known = this.#known.get(address)
    if (known !== undefined) return known
    const [, type = '', base64] = /^data:([^;,]*)[^,]*?(;base64)?,/i.exec(address) ?? []
    const ending = endings[type.toLowerCase()]
    const bytes = ending === undefined ? undefined : bytesOf(address, base64 !== undefined)
    if (!bytes || ending === undefined) return undefined
    const place = this.#freePlace(ending)
    this.media.push({ path: place.path, bytes })
    this.#known.set(address, place.address)
    return place.address
  }

  #freePlace(ending: string): ReturnType<typeof placeFor> {
    const { target, taken = [] } = this.#placing
    for (;;) {
      const place = placeFor(target, ++this.#lastNumber, ending)
      if (!taken.includes(place.path)) return place
    }
  }
}

function lostPictures(lost: number): Said {
  return sayCount(
    lost,
    '{count} picture was left out: the file only says where on a disk it was.',
    '{count} pictures were left out: the file only says where on a disk it was.'
  )
}

function unreadPictures(unread: number): Said {
  return sayCount(
    unread,
    '{count} picture was left out: it is written into the file (data:), and is damaged or of a kind that browsers do not show.',
    '{count} pictures were left out: they are written into the file (data:), and are damaged or of a kind that browsers do not show.'
  )
}

/** Where the picture of a number of a file comes: its path, and its address from that file. */
export function placeFor(
  target: string,
  number: number,
  ending: string
): { path: string; address: string } {
  const folder = target.slice(0, target.lastIndexOf('/') + 1)
  const name = target.slice(folder.length).replace(/\.[^.]*$/, '')
  const plain = name.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'picture'
  const address = `pictures/${plain}-${number}.${ending}`
  return { path: folder + address, address }
}

function bytesOf(address: string, isBase64: boolean): Uint8Array<ArrayBuffer> | undefined {
  const data = address.slice(address.indexOf(',') + 1)
  try {
    const text = decodeURIComponent(data)
    if (!isBase64) return new TextEncoder().encode(text)
    return Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

function textOf(value: string): ElementContent[] {
  return value.trim() ? [{ type: 'text', value }] : []
}
