import type { FoundCard } from './found-card.ts'

/**
 * Names a found card by what it says and by which rule, wherever it stands: 22 hex digits, the same for
 * the same card in any file and at any time.
 */
export function fingerprintOf({ rule, question, answer }: FoundCard): string {
  const said = `${rule}\n${flat(question)}\n${flat(answer)}`
  return [0x811c9dc5, 0x2f0b4c47, 0x6a09e667]
    .map((seed) => hash(said, seed))
    .join('')
    .slice(0, 22)
}

/** Line ends and blanks differ between systems, and say nothing. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A hash of 32 bits by multiplying and folding each UTF-16 unit in, as 8 hex digits. */
function hash(text: string, seed: number): string {
  let value = seed
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
    value ^= value >>> 15
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return ((value ^ (value >>> 13)) >>> 0).toString(16).padStart(8, '0')
}
