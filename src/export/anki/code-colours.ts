import { toHtml } from 'hast-util-to-html'
import type { Card } from '../../document/model.ts'
import { hideCommands } from '../../render/anki-literals.ts'
import { LazyDrawers, type DrawCode } from '../../render/preview/drawers.ts'
import { readReferences } from './media/media-tags.ts'

/** As `cardHtml` writes a block of code. A `<` in it would be an element of the user's own. */
const blocks = /(<pre><code class="language-([^"]+)">)([^<]+)(<\/code><\/pre>)/g

/** The colours for the code in some cards; nothing is loaded where there is none. */
export async function coloursFor(cards: Card[]): Promise<DrawCode | undefined> {
  const holdsCode = (html: string) => html.includes('<code class="language-')
  if (!cards.some((card) => holdsCode(card.questionHtml) || holdsCode(card.answerHtml))) return
  const drawers = new LazyDrawers()
  await drawers.fetch(['code'])
  return drawers.current.code
}

/** A card with the code in it coloured, for `cardCss` to style. */
export function withColours(card: Card, colours: DrawCode | undefined): Card {
  if (!colours) return card
  return {
    ...card,
    questionHtml: colourBlocks(card.questionHtml, colours),
    answerHtml: colourBlocks(card.answerHtml, colours)
  }
}

function colourBlocks(html: string, colours: DrawCode): string {
  return html.replace(
    blocks,
    (whole, open: string, language: string, text: string, close: string) => {
      const spans = colours(readReferences(text), language.toLowerCase())
      if (!spans) return whole
      const options = { characterReferences: { useNamedReferences: true } }
      return open + hideCommands(toHtml({ type: 'root', children: spans }, options)) + close
    }
  )
}
