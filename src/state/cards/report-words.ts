import { plural } from '../../language/plural.ts'
import { verdictOf, type Report, type Verdict } from '../../laegna.ts'
import type { TrainedMore } from './train-more.ts'

/** Says that answers are shown: how many, how good, and of how many the cards are gone. */
export function openedSentence({ cards }: Report, found: number): string {
  const count = (verdict: Verdict) =>
    cards.filter(({ trained }) => verdictOf(trained) === verdict).length
  const asked = plural(
    cards.length,
    [
      'The model was asked {count} card: {right} right, {partly} in part right, {wrong} wrong.',
      'The model was asked {count} cards: {right} right, {partly} in part right, {wrong} wrong.'
    ],
    { right: count('right'), partly: count('partly'), wrong: count('wrong') }
  )
  const gone = cards.length - found
  if (gone === 0) return asked
  const lost = plural(gone, [
    '{count} of them is not here any more.',
    '{count} of them are not here any more.'
  ])
  return `${asked} ${lost}`
}

/** Says that a report is of another project, and what to do. */
export function strangerSentence(name: string, { project, cards }: Report, here: string): string {
  return plural(
    cards.length,
    [
      '{name} is about the project {project}: its card is not in {here}. Open the project that the dataset was made of, and add the report there.',
      '{name} is about the project {project}: none of its {count} cards is in {here}. Open the project that the dataset was made of, and add the report there.'
    ],
    { name, project, here }
  )
}

/** Says what training more came to. */
export function trainedSentence({ more, full, apart }: TrainedMore): string {
  if (more + full + apart === 0) return 'The model gets none of the cards wrong that are here.'
  return [
    more > 0 &&
      plural(more, [
        '{count} card comes twice as often as before in the next dataset.',
        '{count} cards come twice as often as before in the next dataset.'
      ]),
    full > 0 &&
      plural(full, [
        '{count} card comes 8 times already, and more would not help: put it in other words.',
        '{count} cards come 8 times already, and more would not help: put them in other words.'
      ]),
    apart > 0 &&
      plural(apart, [
        '{count} card is kept to check with, so the model never learns it: write more about it in the chapters that it learns.',
        '{count} cards are kept to check with, so the model never learns them: write more about them in the chapters that it learns.'
      ])
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}
