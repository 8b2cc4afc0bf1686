import { inEnglish, type Said } from '../../say/say.ts'

/** The page's words for what the core says. */
export function worded(said: Said): string {
  return inEnglish(said)
}
