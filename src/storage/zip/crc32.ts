const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The checksum that zips carry of bytes in pieces, as an unsigned 32-bit number. */
export function crc32(pieces: Iterable<Uint8Array>): number {
  let value = 0xffffffff
  for (const bytes of pieces) {
    for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  }
  return (value ^ 0xffffffff) >>> 0
}
