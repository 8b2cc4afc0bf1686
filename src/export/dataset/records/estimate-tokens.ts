import { countAll, tokenCounter } from './token-counter.ts'

/** About how many tokens each text is to a model of today, in order. */
export async function estimateTokens(texts: string[]): Promise<number[]> {
  return countAll(texts, await tokenCounter())
}
