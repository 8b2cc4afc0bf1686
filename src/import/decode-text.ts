/**
 * The text of a file: by its byte order mark, by the encoding that it `says`, else as UTF-8 or, where
 * it is none, as Windows-1252, in which every sequence of bytes is some text.
 */
export function decodeText(bytes: Uint8Array, says?: string): string {
  const known = [markOf(bytes), says, zerosOf(bytes), 'utf-8']
  for (const encoding of known) {
    if (encoding === undefined) continue
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // It is another, or the browser knows none of that name.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without its mark: of Western text each other byte is zero. */
function zerosOf(bytes: Uint8Array): string | undefined {
  const begin = bytes.subarray(0, 400)
  const zeros = [0, 0]
  for (const [at, byte] of begin.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if (odd > begin.length / 4 && even === 0) return 'utf-16le'
  return even > begin.length / 4 && odd === 0 ? 'utf-16be' : undefined
}
