/** As much of a hash as is used here. */
interface Hasher<Self> {
  _cloneInto(to: Self): Self
  update(bytes: Uint8Array): Self
  digestInto(out: Uint8Array): void
}

/**
 * Hashes many short pieces of bytes without making a hasher and its buffers for each. The result
 * holds until the next piece is hashed.
 */
export function shortHasher<Own extends Hasher<Own>>(hash: {
  outputLen: number
  create(): Own
}): (bytes: Uint8Array) => DataView {
  const unused = hash.create()
  const hasher = hash.create()
  const digest = new Uint8Array(hash.outputLen)
  const view = new DataView(digest.buffer)
  return (bytes) => {
    unused._cloneInto(hasher).update(bytes).digestInto(digest)
    return view
  }
}
