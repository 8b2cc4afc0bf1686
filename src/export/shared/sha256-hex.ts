import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of bytes, or of a text's UTF-8, as 64 hex digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}

/** `sha256Hex` of many bytes, by the platform where it has the means (not on plain http). */
export async function sha256HexOfMany(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!('subtle' in crypto)) return sha256Hex(bytes)
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
