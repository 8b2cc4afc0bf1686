import { inEnglish, type Said } from './say.ts'

/** An error whose message is for a person. */
export class SaidError extends Error {
  readonly said: Said

  constructor(said: Said, options?: ErrorOptions) {
    super(inEnglish(said), options)
    this.said = said
  }
}

/** What an error says; one of a library or a browser says it in words of its own, which stay as they are. */
export function saidBy(error: unknown): Said {
  if (error instanceof SaidError) return error.said
  return { template: error instanceof Error ? error.message : String(error) }
}
