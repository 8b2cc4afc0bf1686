import JSZip from 'jszip'

/** A zip of such parts. */
export async function zipped(
  parts: Record<string, string | Uint8Array>
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(parts)) zip.file(path, content)
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }))
}

/** Text as bytes; what UTF-8 cannot say becomes a sign of that. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** Bytes as text, as a reader that cares for nothing takes them. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
