import { asGzip, deflated, stored, type Packing } from './as-gzip.ts'
import type { CountingSink } from './counting-sink.ts'

/**
 * Unpacks a file of a zip into a sink, and stops as soon as that is full. Gives whether all of it
 * came, and was what checksum and size say.
 */
export async function inflate(
  packed: ReadableStream<Uint8Array<ArrayBuffer>>,
  packing: Packing,
  sink: CountingSink
): Promise<boolean> {
  if (packing.method !== stored && packing.method !== deflated) {
    await packed.cancel()
    return false
  }
  try {
    const gzip = packed.pipeThrough(asGzip(packing))
    await gzip.pipeThrough(new DecompressionStream('gzip')).pipeTo(sink.stream)
    return true
  } catch {
    return false
  }
}
