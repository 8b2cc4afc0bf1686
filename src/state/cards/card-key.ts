import type { Card } from '../../laegna.ts'

/** As much of a card as tells it from the others. */
type NamedCard = Pick<Card, 'path' | 'question' | 'answer'>

const keys = new WeakMap<NamedCard, string>()

/** Names a card by where it stands and what it says: it becomes another object whenever its file is read again. */
export function cardKey(card: NamedCard): string {
  const known = keys.get(card)
  if (known !== undefined) return known
  const { path, question, answer } = card
  const key = JSON.stringify([path, question, answer])
  keys.set(card, key)
  return key
}
