import type { Ledger } from './ledger.ts'

/** What to know where a package writes every note anew, although no card may have changed. */
export function styleWarnings(ledger: Ledger | undefined, style: string): string[] {
  const before = ledger?.style?.key
  if (before === undefined || before === style) return []
  const all = 'Anki takes all cards anew, and what you edited in these notes there is replaced'
  return [
    before === '' ? `As you wished, ${all}.` : `These options write the fields otherwise: ${all}.`
  ]
}
