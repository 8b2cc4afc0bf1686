/** First and last code points of scripts that are more than one block, and of what reads with any script. */
const latin = [
  [0, 0x24f],
  [0x1e00, 0x1eff]
]
const greek = [
  [0x370, 0x3ff],
  [0x1f00, 0x1fff]
]
const rightToLeft = [
  [0x590, 0x8ff],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfeff]
]
const ethiopic = [[0x1200, 0x139f]]
const eastAsian = [
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7ff],
  [0xff00, 0xffef],
  [0x20000, 0x3ffff]
]
const pictures = [[0x1f000, 0x1ffff]]
const scripts = [latin, rightToLeft, eastAsian, greek, ethiopic, pictures]
/** Marks upon letters, joiners, dashes and quotes. */
const neutral = [
  [0x300, 0x36f],
  [0x2000, 0x200d],
  [0x2010, 0x2027],
  [0xfe00, 0xfe0f]
]
/** Control characters, halves of pairs, and what only somebody's own font has: each is drawn by itself. */
const foreign = [
  [0, 8],
  [0xb, 0xc],
  [0xe, 0x1f],
  [0x7f, 0x9f],
  [0xd800, 0xf8ff],
  [0xfffd, 0xfffd]
]
const plain = /^[\t\n\r -~\xa0-\u024f]*$/
/** Beside letters that run from right to left, these run on their own. */
const runsByItself = /[\p{L}\d()<>[\]{}]/u

/**
 * Where in a text its letters turn from one script to another for the `count`th time; -1 where they do
 * not. A browser lays out each stretch between two turns by itself, in time that grows as the square of
 * how many there are in a paragraph.
 */
export function turnAt(text: string, count: number): number {
  if (plain.test(text)) return -1
  let last = 0
  let turns = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    const script = scriptOf(code)
    if (script !== undefined && (script !== last || script < 0) && ++turns === count) return at
    last = script ?? last
    if (code > 0xffff) at++
  }
  return -1
}

/** A number that letters of one script share, -1 of what has none; nothing for what reads with any. */
function scriptOf(code: number): number | undefined {
  if (isIn(foreign, code)) return -1
  if (isIn(neutral, code)) return undefined
  if (code < 0x80 && !runsByItself.test(String.fromCharCode(code))) return undefined
  const known = scripts.findIndex((ranges) => isIn(ranges, code))
  // Blocks of other scripts begin every 128 letters.
  return known < 0 ? scripts.length + (code >> 7) : known
}

function isIn(ranges: number[][], code: number): boolean {
  return ranges.some(([from = 0, to = 0]) => code >= from && code <= to)
}
