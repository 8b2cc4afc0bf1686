import { sha1 } from '@noble/hashes/legacy.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { readReferences } from '../anki/media/media-tags.ts'

/** A field as Anki sorts and compares it: text without tags, names of pictures kept. */
export function sortField(html: string): string {
  if (!/[<&]/.test(html)) return html
  const named = html.replace(/<img\b[^>]*?\ssrc="([^"]*)"[^>]*>/g, ' $1 ')
  return readReferences(named.replace(/<[^>]*>/g, '')).replace(/&nbsp;|\u00a0/g, ' ')
}

/** Anki's checksum of a first field, by which it finds notes that begin alike. */
export function fieldChecksum(text: string): number {
  const hash = sha1(utf8ToBytes(text))
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0)
}
