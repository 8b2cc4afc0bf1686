import { isOfLink, labelsIn, type Chunk, type Constructs } from './chunk.ts'
import { readChunks } from './read-chunks.ts'
import { readScanned, scanPiece } from './read-scanned.ts'
import type { IsDefined } from '../scan/labels.ts'

/** Reads some chunks in a row with the definitions they are given, which change no blocks. */
export function readAgain(chunks: Chunk[], constructs: Constructs, isDefined: IsDefined): Chunk[] {
  if (chunks.length === 0) return []
  const given = [...new Set(chunks.flatMap((chunk) => labelsIn(chunk.given)))].join('\n')
  const scanned = scannedAgain(chunks, given, constructs, isDefined)
  const again: Chunk[] = []
  for (let at = 0; at < chunks.length;) {
    const known = scanned.get(chunks[at])
    if (known) {
      again.push(known)
      at++
      continue
    }
    const begin = at
    while (at < chunks.length && !scanned.has(chunks[at])) at++
    const some = chunks.slice(begin, at)
    const place = some.at(-1)?.place ?? 'last'
    const pieces = some.flatMap((chunk) => chunk.pieces)
    for (const chunk of readChunks(pieces, place, given, constructs).chunks) again.push(chunk)
  }
  for (const [at, chunk] of again.entries()) chunk.given = chunks[at]?.given ?? ''
  return again
}

/** Those of the chunks that were scanned, read again together. */
function scannedAgain(
  chunks: Chunk[],
  given: string,
  constructs: Constructs,
  isDefined: IsDefined
): Map<Chunk | undefined, Chunk> {
  const noteSyntax = constructs.noteSyntax === true
  const noteLinks = noteSyntax && !labelsIn(given).some(isOfLink)
  const surroundings = { isDefined, noteSyntax, noteLinks }
  const pieces = chunks.flatMap((chunk) => {
    const [piece = ''] = chunk.pieces
    const scanned = chunk.isScanned ? scanPiece(piece, chunk.place, surroundings) : undefined
    return scanned ? [{ chunk, ...scanned }] : []
  })
  const again = new Map<Chunk | undefined, Chunk>()
  for (const [at, read] of readScanned(pieces, given, constructs).entries()) {
    if (read) again.set(pieces[at]?.chunk, read)
  }
  return again
}
