import type { Card } from '../../../document/model.ts'
import { fillTemplate } from './fill-template.ts'
import { gapsAsShown } from './gaps-as-shown.ts'
import { noteFields } from './note-fields.ts'
import { noteTypeFor } from './note-type.ts'
import { packageDefaults, type PackageOptions } from '../options.ts'

/** The two sides of a card as HTML, for an element of class `card` beside `cardCss`. */
export interface RenderedCard {
  /** From what to what it asks. */
  name: string
  front: string
  back: string
}

/**
 * The cards that Anki makes of one of ours, by the templates of our note types: one, two with
 * `reversed`, or one for each number of its gaps. Formulas stand between MathJax's marks, `src` of media is a path in the project, and
 * code has no colours until `colourCode` gives it some.
 */
export function renderCardSides(card: Card, options: Partial<PackageOptions> = {}): RenderedCard[] {
  const all = { ...packageDefaults, ...options }
  const fields = noteFields(card, '', all)
  const { templates } = noteTypeFor(all, card.kind)
  const [template] = templates
  if (!card.gaps || !template) {
    return templates.map((each) => ({ name: each.name, ...fillTemplate(each, fields) }))
  }
  return card.gaps.map(({ number }) => ({
    name: `${template.name} ${String(number)}`,
    ...fillTemplate(template, fields, (html, side) => gapsAsShown(html, number, side))
  }))
}
