import type { Card } from '../../document/model.ts'
import { drawCardSide } from '../../render/preview/draw-card.ts'
import { LazyDrawers, type DrawerName } from '../../render/preview/drawers.ts'
import type { PackageOptions } from './options.ts'
import { renderCardSides } from './render-card.ts'

/** A card as Anki will show it, for an element of class `card` beside `cardCss`. */
export interface DrawnCard {
  /** Safe HTML that fetches nothing; see `drawCardSide`. */
  front: string
  back: string
}

/** Draws cards for a page; what draws formulas and code is fetched when a card first holds any. */
export class CardDrawer {
  readonly #drawers = new LazyDrawers()

  /** `diagrams`: whether code that is a diagram stands in a figure, for the page to draw. */
  async draw(
    card: Card,
    options: Partial<PackageOptions> = {},
    diagrams = false
  ): Promise<DrawnCard> {
    const missing = new Set<DrawerName>()
    const [sides] = renderCardSides(card, options)
    const draw = (missing: Set<DrawerName>): DrawnCard => {
      const side = (html = ''): string =>
        drawCardSide(html, this.#drawers.current, missing, diagrams)
      return { front: side(sides?.front), back: side(sides?.back) }
    }
    const drawn = draw(missing)
    return (await this.#drawers.fetch(missing)) ? draw(new Set()) : drawn
  }
}
