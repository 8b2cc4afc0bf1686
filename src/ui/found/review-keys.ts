import type { FoundReview, FoundRow } from '../../state/found/found-review.svelte.ts'
import { arrowStep } from '../arrow-step.ts'

/** What the keys of the review do, as they are shown, some in one of its modes only: the first of each row is the one to learn. */
export const reviewKeys: { keys: [string, ...string[]]; does: string; only?: 'list' | 'one' }[] = [
  { keys: ['Enter', 'T'], does: 'Take' },
  { keys: ['S', 'Delete'], does: 'Skip' },
  { keys: ['E'], does: 'Edit' },
  { keys: ['Shift+T'], does: 'Take all of this kind' },
  { keys: ['Shift+S'], does: 'Skip all of this kind' },
  { keys: ['ArrowDown', 'J'], does: 'Next' },
  { keys: ['ArrowUp', 'K'], does: 'Previous', only: 'one' },
  { keys: ['L'], does: 'List', only: 'one' },
  { keys: ['L'], does: 'One by one', only: 'list' },
  { keys: ['Mod+Enter'], does: 'Make the cards' }
]

/**
 * Does what a key of the review says; says whether there was one. In the list it is meant for the
 * `row` with the focus, else for the card that is looked at.
 */
export function press(
  event: KeyboardEvent,
  review: FoundReview,
  row: FoundRow | undefined
): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event
  if (altKey) return false
  if (ctrlKey || metaKey) {
    if (key !== 'Enter' || review.taken.length === 0) return false
    void review.make()
    return true
  }
  const letter = latinLetter(event)
  if (letter === 'l') review.setMode(review.mode === 'list' ? 'one' : 'list')
  else if (review.mode === 'one' && move(key, letter, review)) return true
  else if (key === 'Enter' && !row && review.taken.length > 0) void review.make()
  else if (!row) return false
  else if (key === 'Enter' || letter === 't') {
    review.choose(shiftKey ? review.ofRule(row.card.rule) : [row], true)
    review.goOn()
  } else if (key === 'Delete' || key === 'Backspace' || letter === 's') {
    review.skip(shiftKey ? review.ofRule(row.card.rule) : [row])
    review.goOn()
  } else if (letter === 'e') review.editOne(row)
  else return false
  return true
}

function move(key: string, letter: string, review: FoundReview): boolean {
  const last = review.rows.length - 1
  const step = arrowStep(key)
  if (key === 'ArrowDown' || step === 1 || letter === 'j') review.goTo(review.place + 1)
  else if (key === 'ArrowUp' || step === -1 || letter === 'k') {
    review.goTo(review.row ? review.place - 1 : last)
  } else if (key === 'Home') review.goTo(0)
  else if (key === 'End') review.goTo(last)
  else return false
  return true
}

/** The letter in its Latin place, whatever script the keyboard writes. */
function latinLetter({ key, code }: KeyboardEvent): string {
  const latin = /^Key([A-Z])$/.exec(code)?.[1]
  return (key > '\x7f' && latin ? latin : key).toLowerCase()
}
