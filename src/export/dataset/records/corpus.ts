import type { Card } from '../../../document/model.ts'
import { cleanLine } from '../../../render/clean-text.ts'

/**
 * The seed's corpus of cards: a line `Q: ` with context and question, a line `A: ` with the
 * answer, an empty line. Line ends become blanks; each prefix stands once (D1).
 */
export function corpusText(cards: Card[], separator: string): string {
  return cards
    .map((card) => {
      const context = card.chapterTree.join(separator)
      return `Q: ${cleanLine(`${context} ${card.question}`)}\nA: ${cleanLine(card.answer)}\n\n`
    })
    .join('')
}
