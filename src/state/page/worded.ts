import { filled, plural as inNumber } from '../../language/plural.ts'
import { formsOf } from '../../language/sayings.ts'
import { saidBy } from '../../say/said-error.ts'
import type { Said, SaidValue } from '../../say/say.ts'

/** What the core says, in the language of the page; in English where that has no words for it yet. */
export function worded({ template, plural, values = {} }: Said): string {
  const own = formsOf(template, plural)
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, inWords(value)])
  )
  if (plural === undefined) return filled(own?.[0] ?? template, words)
  return inNumber(Number(values['count']), own ?? [template, plural], words)
}

function inWords(value: SaidValue): string | number {
  return typeof value === 'object' ? worded(value) : value
}

/** What was thrown, in the language of the page. */
export function wordedError(error: unknown): string {
  return worded(saidBy(error))
}
