/** Bytes that `String.fromCharCode` takes at once; a multiple of 3, so that pieces fit together. */
const PIECE = 24_573

/** Bytes as base64, the form in which the add-on takes files. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  }
  return text
}
