import type { Card } from '../../document/model.ts'
import { drawCardSide } from '../../render/preview/draw-card.ts'
import { LazyDrawers, type DrawerName } from '../../render/preview/drawers.ts'
import type { PackageOptions } from './options.ts'
import { renderCardSides, type RenderedCard } from './render-card.ts'

/** A card as Anki will show it, for an element of class `card` beside `cardCss`. */
export interface DrawnCard {
  /** Safe HTML that fetches nothing; see `drawCardSide`. */
  front: string
  back: string
}

/** Draws cards for a page; what draws formulas and code is fetched when a card first holds any. */
export class CardDrawer {
  readonly #drawers = new LazyDrawers()

  async draw(card: Card, options: Partial<PackageOptions> = {}): Promise<DrawnCard> {
    const missing = new Set<DrawerName>()
    const [sides] = renderCardSides(card, options)
    const drawn = this.#draw(sides, missing)
    return (await this.#drawers.fetch(missing)) ? this.#draw(sides, new Set()) : drawn
  }

  #draw(sides: RenderedCard | undefined, missing: Set<DrawerName>): DrawnCard {
    const draw = (html = '') => drawCardSide(html, this.#drawers.current, missing)
    return { front: draw(sides?.front), back: draw(sides?.back) }
  }
}
