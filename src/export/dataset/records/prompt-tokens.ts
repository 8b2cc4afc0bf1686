import type { TokenCounter } from './token-counter.ts'
import { promptStyleFor, type PromptWish } from '../training/prompt-styles.ts'

/** Tokens that the prompt style puts around a record, and the one that ends it. */
export function promptTokens(wish: PromptWish, { count }: TokenCounter): number {
  const style = promptStyleFor(wish)
  return count(style.prompt('', style.readsInput ? ' ' : '')) + 1
}
