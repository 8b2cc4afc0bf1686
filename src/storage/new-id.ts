/** Random bytes for some hundred ids: to ask for them one by one takes a moment for thousands of files. */
const pool = new Uint8Array(4096)
const size = 16
let used = pool.length

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A fresh id: 16 random bytes in hex. `crypto.randomUUID` is missing on plain http. */
export function newId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += size))
  let id = ''
  for (const byte of bytes) id += hex[byte] ?? ''
  return id
}
