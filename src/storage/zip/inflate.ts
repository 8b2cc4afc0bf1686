import { asGzip, type Packing } from './as-gzip.ts'
import type { CountingSink } from './counting-sink.ts'

/**
 * Unpacks a file of a zip, deflated or stored, into a sink, and stops as soon as that is full. Gives whether all of it
 * came, and was what checksum and size say.
 */
export async function inflate(
  packed: ReadableStream<Uint8Array<ArrayBuffer>>,
  packing: Packing,
  sink: CountingSink
): Promise<boolean> {
  try {
    const gzip = packed.pipeThrough(asGzip(packing))
    await gzip.pipeThrough(new DecompressionStream('gzip')).pipeTo(sink.stream)
    return true
  } catch {
    return false
  }
}
