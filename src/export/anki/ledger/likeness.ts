/** Below this many characters single letters matter: a slip of the pen changes half of the words. */
const SHORT = 48

/**
 * What a text is made of, as sorted numbers: its words, in scripts without blanks pairs of
 * characters, in short texts runs of three letters, too. Upper and lower case are alike.
 */
export function fingerprint(text: string): Uint32Array {
  const parts: number[] = []
  const isShort = text.length < SHORT
  let word = 0
  let previous = 0
  let last = 0
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) code += 32
    if (!isLetter(code)) {
      if (word !== 0) parts.push(word)
      word = previous = last = 0
      continue
    }
    if (isIdeograph(code)) {
      if (word !== 0) parts.push(word)
      word = 0
      parts.push(mix(mix(7, previous), code))
    } else {
      word = mix(word || 1, code)
      if (isShort && last !== 0) parts.push(mix(mix(mix(3, last), previous), code))
    }
    last = previous
    previous = code
  }
  if (word !== 0) parts.push(word)
  const sorted = Uint32Array.from(parts).sort()
  return sorted.filter((part, at) => at === 0 || part !== sorted[at - 1])
}

/** The share of what two texts have in common, 0 to 1 (Dice). */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  if (one.length + other.length === 0) return 0
  let shared = 0
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const [a, b] = [one[left] ?? 0, other[right] ?? 0]
    if (a === b) shared++
    if (a <= b) left++
    if (b <= a) right++
  }
  return (2 * shared) / (one.length + other.length)
}

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) >>> 0 || 1
}

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  const isPunctuation = (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040)
  return code >= 0xc0 && !isPunctuation && !(code >= 0xff00 && code < 0xff10)
}

function isIdeograph(code: number): boolean {
  return (code >= 0x3040 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4)
}
