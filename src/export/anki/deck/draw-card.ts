import type { Card, Settings } from '../../../document/model.ts'
import { defaultSettings } from '../../../document/settings.ts'
import { drawCardSide } from '../../../render/preview/draw-card.ts'
import { LazyDrawers, type DrawerName } from '../../../render/preview/drawers.ts'
import type { PackageOptions } from '../options.ts'
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

  /** Diagrams stand in figures of class `diagram`, in code that the page is to draw. */
  async draw(
    card: Card,
    options: Partial<PackageOptions> = {},
    { noteSyntax = defaultSettings.noteSyntax }: Partial<Settings> = {}
  ): Promise<DrawnCard> {
    const [sides] = renderCardSides(card, options)
    const missing = new Set<DrawerName>()
    const drawn = this.#draw(sides, noteSyntax, missing)
    return (await this.#drawers.fetch(missing)) ? this.#draw(sides, noteSyntax, new Set()) : drawn
  }

  #draw(sides: RenderedCard | undefined, diagrams: boolean, missing: Set<DrawerName>): DrawnCard {
    const around = { drawers: this.#drawers.current, diagrams }
    const draw = (html = '') => drawCardSide(html, around, missing)
    return { front: draw(sides?.front), back: draw(sides?.back) }
  }
}
