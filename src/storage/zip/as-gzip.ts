/** How a file is packed in a zip, and what must come out. */
export interface Packing {
  method: number
  /** CRC-32 of what comes out. */
  checksum: number
  /** Bytes that come out. */
  size: number
}

export const deflated = 8
export const stored = 0

/** Bytes that one stored block of a deflate stream holds at most. */
const blockSize = 0xffff

/**
 * Makes of a packed file of a zip the gzip file with the same content (RFC 1952), which the platform
 * unpacks and whose checksum and size it compares itself. A file that is not pressed goes in stored
 * blocks (RFC 1951, 3.2.4).
 */
export function asGzip({
  method,
  checksum,
  size
}: Packing): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    start(out) {
      out.enqueue(new Uint8Array([0x1f, 0x8b, deflated, 0, 0, 0, 0, 0, 0, 0xff]))
    },
    transform(chunk, out) {
      if (method === deflated) {
        out.enqueue(chunk)
        return
      }
      for (let at = 0; at < chunk.length; at += blockSize) {
        const block = chunk.subarray(at, at + blockSize)
        out.enqueue(blockHeader(block.length, false))
        out.enqueue(block)
      }
    },
    flush(out) {
      if (method === stored) out.enqueue(blockHeader(0, true))
      const trailer = new DataView(new ArrayBuffer(8))
      trailer.setUint32(0, checksum, true)
      trailer.setUint32(4, size, true)
      out.enqueue(new Uint8Array(trailer.buffer))
    }
  })
}

function blockHeader(length: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(5))
  header.setUint8(0, isLast ? 1 : 0)
  header.setUint16(1, length, true)
  header.setUint16(3, ~length, true)
  return new Uint8Array(header.buffer)
}
