import { sha1 } from '@noble/hashes/legacy.js'
import { shortHasher } from '../deck/short-hash.ts'
import { readReferences } from '../../../render/read-references.ts'

/** A field as Anki sorts and compares it: text without tags, names of pictures kept. */
export function sortField(html: string): string {
  if (!/[<&]/.test(html)) return html
  const named = html.replace(/<img\b[^>]*?\ssrc="([^"]*)"[^>]*>/g, ' $1 ')
  const text = readReferences(named.replace(/<[^>]*>/g, ''))
  return text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ') : text
}

const hashOf = shortHasher(sha1)

/** Anki's checksum of a first field, by which it finds notes that begin alike; of its UTF-8. */
export function fieldChecksum(sorted: Uint8Array): number {
  return hashOf(sorted).getUint32(0)
}
