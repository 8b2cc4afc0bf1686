import { smallLetters } from '../items/small-letters.ts'

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
  const sketches = texts.map(sketchOf)
  const alike = new Alike(sketches)
  // Letters are read anew for each candidate: those of all would be a second copy of the dataset.
  for (const [index, text] of known.entries()) alike.note(sketchOf(text), index)
  const lettersAt = (index: number) => lettersOf(known[index] ?? '')
  return texts.map((text, at) => {
    const own = lettersOf(text)
    const sketch = sketches[at]
    if (own === '' || !sketch) return undefined
    const same = alike.hashedAs(sketch).find((index) => lettersAt(index) === own)
    if (same !== undefined) return same
    const candidates = new Set(alike.candidatesOf(sketch))
    const windows = candidates.size > 0 ? windowsOf(own) : undefined
    return [...candidates]
      .slice(0, LOOKED_AT)
      .find((index) => windows && overlap(windows, lettersAt(index)) >= NEARLY)
  })
}

/** What known texts have in common with some others, which are fewer. */
class Alike {
  readonly #exact = new Map<number, number[]>()
  readonly #bands = new Map<number, number[]>()

  constructor(sketches: Sketch[]) {
    for (const { hash, bands } of sketches) {
      this.#exact.set(hash, [])
      for (const band of bands) this.#bands.set(band, [])
    }
  }

  /** Notes a known text by its index where it has something in common with one of the others. */
  note({ hash, bands }: Sketch, index: number): void {
    this.#exact.get(hash)?.push(index)
    for (const band of bands) this.#bands.get(band)?.push(index)
  }

  hashedAs({ hash }: Sketch): number[] {
    return this.#exact.get(hash) ?? []
  }

  candidatesOf({ bands }: Sketch): number[] {
    return bands.flatMap((band) => this.#bands.get(band) ?? [])
  }
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

interface Sketch {
  /** Of all letters. */
  hash: number
  /** The least hashes of windows cut into pieces, each as a number; none for a short text. */
  bands: number[]
}

/** One hash for each window; the least of each bin stands for it, an empty bin takes its neighbour's. */
function sketchOf(text: string): Sketch {
  const letters = codesOf(text)
  let hash = letters.length
  for (const code of letters) hash = Math.imul(hash ^ code, BASE)
  if (letters.length < 4 * WINDOW) return { hash: scrambled(hash), bands: [] }
  const least = new Uint32Array(BINS).fill(0xffffffff)
  let rolling = 0
  for (let at = 0; at < letters.length; at++) {
    if (at >= WINDOW) rolling = (rolling - Math.imul(letters[at - WINDOW] ?? 0, TOP)) | 0
    rolling = (Math.imul(rolling, BASE) + (letters[at] ?? 0)) | 0
    if (at < WINDOW - 1) continue
    const window = scrambled(rolling)
    const bin = window >>> 26
    if (window < (least[bin] ?? 0)) least[bin] = window
  }
  for (let round = 0; round < 2; round++) {
    for (let bin = BINS - 1; bin >= 0; bin--) {
      if (least[bin] === 0xffffffff) least[bin] = least[(bin + 1) % BINS] ?? 0
    }
  }
  return { hash: scrambled(hash), bands: bandsOf(least) }
}

/** The letters of a text as `lettersOf` gives them, by their codes. */
function codesOf(text: string): Uint16Array {
  if (buffer.length < text.length) buffer = new Uint16Array(2 * text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const small = isMark(code) ? 0 : smallLetters[code]
    if (small === undefined) return unitsOf(lettersOf(text))
    if (small > 0) buffer[length++] = small
  }
  return buffer.subarray(0, length)
}

/** Dashes, quotes and dots of typographers. */
function isMark(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x205e)
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/** One for all texts: to make one for each takes longer than to fill it. */
let buffer = new Uint16Array(1 << 16)

/** Texts of which a piece of the sketch is the same are candidates. */
function bandsOf(least: Uint32Array): number[] {
  const bands: number[] = []
  for (let at = 0; at < BINS; at += BAND) {
    let band = at
    for (let bin = at; bin < at + BAND; bin++) band = scrambled(band ^ (least[bin] ?? 0))
    bands.push(band)
  }
  return bands
}

const BASE = 0x01000193
const TOP = power(WINDOW - 1)

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
