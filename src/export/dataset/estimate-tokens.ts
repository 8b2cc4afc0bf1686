/** The encoding that estimates are made with: of the size that small open models use. */
export const TOKENIZER = 'r50k_base'

/** Beyond this many characters only the beginning of each text is counted, as much as fits. */
const EXACT = 1_000_000

/** A run without (or of nothing but) blanks from here on makes the encoder quadratic. */
const LONG_RUN = 400
const SLICE = 256

/**
 * Estimates the tokens of each text, in order: counted with gpt-tokenizer; where all together are
 * very long, each from its beginning. A model's own tokenizer counts more or less than this.
 */
export async function estimateTokens(texts: string[]): Promise<number[]> {
  const { countTokens } = await import('gpt-tokenizer/encoding/r50k_base')
  const plain = { disallowedSpecial: new Set<string>() }
  const count = (text: string): number => {
    if (!hasLongRun(text)) return countTokens(text, plain)
    let tokens = 0
    for (let at = 0; at < text.length; at += SLICE) {
      tokens += countTokens(text.slice(at, at + SLICE), plain)
    }
    return tokens
  }
  const total = texts.reduce((sum, text) => sum + text.length, 0)
  if (total <= EXACT) return texts.map(count)
  const step = Math.ceil(total / EXACT)
  const sample = texts.map((text) => text.slice(0, Math.ceil(text.length / step)))
  const counted = sample.map(count)
  return texts.map((text, index) => {
    const part = sample[index]?.length ?? 0
    return part === 0 ? 0 : Math.round(((counted[index] ?? 0) * text.length) / part)
  })
}

function hasLongRun(text: string): boolean {
  let run = 0
  let blank = false
  for (let at = 0; at < text.length; at++) {
    const isBlank = text.charCodeAt(at) <= 32
    run = isBlank === blank ? run + 1 : 1
    blank = isBlank
    if (run >= LONG_RUN) return true
  }
  return false
}
