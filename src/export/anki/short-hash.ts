import { utf8ToBytes } from '@noble/hashes/utils.js'

/** As much of a hash as is used here. */
interface Hasher<Self> {
  _cloneInto(to: Self): Self
  update(bytes: Uint8Array): Self
  digestInto(out: Uint8Array): void
}

/**
 * Hashes the UTF-8 of many short texts without making a hasher and its buffers for each. The bytes
 * hold until the next text is hashed.
 */
export function shortHasher<Own extends Hasher<Own>>(hash: {
  outputLen: number
  create(): Own
}): (text: string) => DataView {
  const unused = hash.create()
  const hasher = hash.create()
  const digest = new Uint8Array(hash.outputLen)
  const view = new DataView(digest.buffer)
  const ascii = new Uint8Array(512)
  return (text) => {
    unused._cloneInto(hasher).update(utf8Of(text, ascii)).digestInto(digest)
    return view
  }
}

function utf8Of(text: string, ascii: Uint8Array): Uint8Array {
  if (text.length > ascii.length) return utf8ToBytes(text)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) return utf8ToBytes(text)
    ascii[at] = code
  }
  return ascii.subarray(0, text.length)
}
