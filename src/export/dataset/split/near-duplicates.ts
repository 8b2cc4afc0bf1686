/** Letters in a row that are compared, marks and blanks left out. */
const WINDOW = 12
const BINS = 64
/** Bins of a sketch that must agree for a closer look. */
const BAND = 4
/** Share of common windows from which two texts say nearly the same. */
export const NEARLY = 0.8
/** Candidates for one text: of thousands that look alike a few tell enough. */
const LOOKED_AT = 50

/**
 * Finds texts that say nearly the same as one of `known`: MinHash sketches point out candidates,
 * whose windows of 12 letters are then compared. Case, blanks and punctuation do not count; texts
 * too short for windows must agree in all else. Gives for each of `texts` the index in `known`.
 */
export function findNearDuplicates(known: string[], texts: string[]): (number | undefined)[] {
  // Letters are read anew for each candidate: those of all would be a second copy of the dataset.
  const exact = new Map<number, number[]>()
  const bands = new Map<number, number[]>()
  for (const [index, text] of known.entries()) {
    const letters = lettersOf(text)
    note(exact, hashOf(letters), index)
    for (const band of bandsOf(letters)) note(bands, band, index)
  }
  const lettersAt = (index: number) => lettersOf(known[index] ?? '')
  return texts.map((text) => {
    const own = lettersOf(text)
    if (own === '') return undefined
    const same = exact.get(hashOf(own))?.find((index) => lettersAt(index) === own)
    if (same !== undefined) return same
    const candidates = new Set(bandsOf(own).flatMap((band) => bands.get(band) ?? []))
    const windows = candidates.size > 0 ? windowsOf(own) : undefined
    return [...candidates]
      .slice(0, LOOKED_AT)
      .find((index) => windows && overlap(windows, lettersAt(index)) >= NEARLY)
  })
}

function note(indexes: Map<number, number[]>, key: number, index: number): void {
  const known = indexes.get(key)
  if (known) known.push(index)
  else indexes.set(key, [index])
}

function hashOf(letters: string): number {
  let hash = letters.length
  for (let at = 0; at < letters.length; at++) {
    hash = Math.imul(hash ^ letters.charCodeAt(at), BASE)
  }
  return scrambled(hash)
}

function lettersOf(text: string): string {
  // Most marks and blanks are of ASCII, where they are found four times as fast.
  const letters = text.toLowerCase().replace(/[\t-\r !-/:-@[-`{-~]+/g, '')
  return /[\u0080-\uffff]/.test(letters) ? letters.replace(/[\s\p{P}\p{S}]+/gu, '') : letters
}

function windowsOf(letters: string): Set<string> {
  const windows = new Set<string>()
  for (let at = 0; at + WINDOW <= letters.length; at++) windows.add(letters.slice(at, at + WINDOW))
  return windows
}

function overlap(windows: Set<string>, letters: string): number {
  const others = windowsOf(letters)
  let common = 0
  for (const window of others) if (windows.has(window)) common++
  return common / (windows.size + others.size - common)
}

/** The sketch cut into pieces, each as a number: texts of which a piece is the same are candidates. */
function bandsOf(letters: string): number[] {
  if (letters.length < 4 * WINDOW) return []
  const sketch = sketchOf(letters)
  const bands: number[] = []
  for (let at = 0; at < BINS; at += BAND) {
    let band = at
    for (let bin = at; bin < at + BAND; bin++) band = scrambled(band ^ (sketch[bin] ?? 0))
    bands.push(band)
  }
  return bands
}

/** One hash for each window; the least of each bin stands for it, an empty bin takes its neighbour's. */
function sketchOf(letters: string): Uint32Array {
  const least = new Uint32Array(BINS).fill(0xffffffff)
  const top = power(WINDOW - 1)
  let rolling = 0
  for (let at = 0; at < letters.length; at++) {
    if (at >= WINDOW) rolling = (rolling - Math.imul(letters.charCodeAt(at - WINDOW), top)) | 0
    rolling = (Math.imul(rolling, BASE) + letters.charCodeAt(at)) | 0
    if (at < WINDOW - 1) continue
    const hash = scrambled(rolling)
    const bin = hash >>> 26
    if (hash < (least[bin] ?? 0)) least[bin] = hash
  }
  for (let round = 0; round < 2; round++) {
    for (let bin = BINS - 1; bin >= 0; bin--) {
      if (least[bin] === 0xffffffff) least[bin] = least[(bin + 1) % BINS] ?? 0
    }
  }
  return least
}

const BASE = 0x01000193

function power(exponent: number): number {
  let value = 1
  for (let at = 0; at < exponent; at++) value = Math.imul(value, BASE)
  return value
}

/** Spreads the bits of a rolling hash (the finish of MurmurHash3). */
function scrambled(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
