/** What takes in signs up to an end of its own, with a grave accent in it: a formula, an address, a label, a note. */
const mayTakeIn = /\$|\]\([^()`]*`|\]\[[^[\]`]*`|\[\^[^[\]`]*`|\^\[|\{\{[a-z]+ /i
/** The begin of a bare address. */
const address = /www\.|:\/\//i

/**
 * Inline content with other characters in the place of what stands in code; as it is where that is not certain. The
 * signs around stay.
 */
export function withoutCode(source: string): string {
  if (!source.includes('`') || mayTakeIn.test(source) || endsInAddress(source)) return source
  let masked = ''
  let from = 0
  const unclosed = new Set<number>()
  for (let at = nextSign(source, 0); at >= 0;) {
    if (source[at] === '\\') {
      at = nextSign(source, at + 2)
      continue
    }
    if (source[at] === '<') return masked + source.slice(from)
    const end = endOfRun(source, at)
    const size = end - at
    const close = unclosed.has(size) ? -1 : closingRun(source, end, size)
    if (close < 0) {
      unclosed.add(size)
      at = nextSign(source, end)
      continue
    }
    masked += source.slice(from, end) + 'x'.repeat(close - end)
    from = close
    at = nextSign(source, close + size)
  }
  return masked + source.slice(from)
}

function endsInAddress(source: string): boolean {
  if (!address.test(source)) return false
  return source.split(/\s+/).some((word) => {
    const at = word.search(address)
    return at >= 0 && word.includes('`', at)
  })
}

/** The next grave accent, backslash, or begin of HTML. */
function nextSign(source: string, from: number): number {
  signs.lastIndex = from
  return signs.exec(source)?.index ?? -1
}

const signs = /[`\\]|<(?=[A-Za-z/!?])/g

function endOfRun(source: string, at: number): number {
  let end = at
  while (source.charCodeAt(end) === 96) end++
  return end
}

function closingRun(source: string, from: number, size: number): number {
  for (let at = source.indexOf('`', from); at >= 0;) {
    const end = endOfRun(source, at)
    if (end - at === size) return at
    at = source.indexOf('`', end)
  }
  return -1
}
