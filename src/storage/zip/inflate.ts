import crc32 from 'crc-32'
import type { CountingSink } from './counting-sink.ts'

/** How a file is packed in a zip, and the checksum of what comes out. */
export interface Packing {
  method: number
  checksum: number
}

const deflated = 8
const stored = 0

/**
 * Unpacks a file of a zip into a sink, and stops as soon as that is full. Gives whether all of it
 * came, and was what the checksum says.
 */
export async function inflate(
  packed: ReadableStream<Uint8Array<ArrayBuffer>>,
  { method, checksum }: Packing,
  sink: CountingSink
): Promise<boolean> {
  try {
    if (method === stored) await packed.pipeTo(sink.stream)
    else if (method === deflated) {
      await packed.pipeThrough(new DecompressionStream('deflate-raw')).pipeTo(sink.stream)
    } else {
      await packed.cancel()
      return false
    }
  } catch {
    return false
  }
  return sink.pieces.reduce((sum, piece) => crc32.buf(piece, sum), 0) >>> 0 === checksum
}
