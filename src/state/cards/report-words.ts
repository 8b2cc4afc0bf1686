import { verdictOf, type Report } from '../../laegna.ts'
import type { TrainedMore } from './train-more.ts'

/** Says that answers are shown: how many, how good, and of how many the cards are gone. */
export function openedSentence({ cards }: Report, found: number): string {
  const right = cards.filter(({ trained }) => verdictOf(trained) === 'right').length
  const wrong = cards.filter(({ trained }) => verdictOf(trained) === 'wrong').length
  const asked =
    cards.length === 1
      ? 'The model was asked 1 card.'
      : `The model was asked ${said(cards.length)} cards: ${said(right)} right, ${said(wrong)} wrong.`
  const gone = cards.length - found
  if (gone === 0) return asked
  return gone === 1
    ? `${asked} 1 of them is not here any more.`
    : `${asked} ${said(gone)} of them are not here any more.`
}

/** Says that a report is of another project, and what to do. */
export function strangerSentence(name: string, { project, cards }: Report, here: string): string {
  const remedy = 'Open the project that the dataset was made of, and add the report there.'
  return cards.length === 1
    ? `${name} is about the project ${project}: its card is not in ${here}. ${remedy}`
    : `${name} is about the project ${project}: none of its ${said(cards.length)} cards is in ${here}. ${remedy}`
}

/** Says what training more came to. */
export function trainedSentence({ more, full, apart }: TrainedMore): string {
  return [
    more === 1 && '1 card comes twice as often as before in the next dataset.',
    more > 1 && `${said(more)} cards come twice as often as before in the next dataset.`,
    full === 1 && '1 card comes 8 times already, and more would not help: put it in other words.',
    full > 1 &&
      `${said(full)} cards come 8 times already, and more would not help: put them in other words.`,
    apart === 1 &&
      '1 card is kept to check with, so the model never learns it: write more about it in the chapters that it learns.',
    apart > 1 &&
      `${said(apart)} cards are kept to check with, so the model never learns them: write more about them in the chapters that it learns.`,
    more + full + apart === 0 && 'The model gets none of the cards wrong that are here.'
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}

function said(count: number): string {
  return count.toLocaleString('en')
}
