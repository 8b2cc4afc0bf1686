/**
 * Milliseconds that a worker may take over a text: 20 s, and more for what is simply much, so that
 * a whole book on a slow machine is waited for and a text that never ends is not.
 */
export function deadlineFor(characters: number): number {
  return 20_000 + Math.ceil(characters / 50)
}
