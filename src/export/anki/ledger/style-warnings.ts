import { say, type Said } from '../../../say/say.ts'
import type { Ledger } from './ledger.ts'

/** What to know where a package writes every note anew, although no card may have changed. */
export function styleWarnings(ledger: Ledger | undefined, style: string): Said[] {
  const before = ledger?.style?.key
  if (before === undefined || before === style) return []
  return [
    before === ''
      ? say(
          'As you wished, Anki takes all cards anew, and what you edited in these notes there is replaced.'
        )
      : say(
          'These options write the fields otherwise: Anki takes all cards anew, and what you edited in these notes there is replaced.'
        )
  ]
}
