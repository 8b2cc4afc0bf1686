import { toHtml } from 'hast-util-to-html'
import type { Card } from '../../../document/model.ts'
import { hideCommands } from '../../../render/anki-literals.ts'
import { LazyDrawers, type DrawCode } from '../../../render/preview/drawers.ts'
import { readReferences } from '../../../render/read-references.ts'

/** As `cardHtml` writes a block of code. A `<` in it would be an element of the user's own. */
const blocks = /(<pre(?: dir="ltr")?><code class="language-([^"]+)">)([^<]+)(<\/code><\/pre>)/g

/** Colours the code in cards. */
export class CodeColours {
  readonly #drawers = new LazyDrawers()

  /** Loads what draws the code of some cards; nothing where there is none. */
  async fetchFor(cards: Card[]): Promise<void> {
    const holdsCode = (html: string) => html.includes('<code class="language-')
    if (cards.some((card) => holdsCode(card.questionHtml) || holdsCode(card.answerHtml))) {
      await this.#drawers.fetch(['code'])
    }
  }

  /** A card with the code in it coloured, for `cardCss` to style. */
  colour(card: Card): Card {
    const draw = this.#drawers.current.code
    if (!draw) return card
    return {
      ...card,
      questionHtml: colourBlocks(card.questionHtml, draw),
      answerHtml: colourBlocks(card.answerHtml, draw)
    }
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
