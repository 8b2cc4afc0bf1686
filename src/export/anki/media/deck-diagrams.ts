import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Card } from '../../../document/model.ts'
import { hideCommands } from '../../../render/anki-literals.ts'
import { diagramWords } from '../../../render/diagram-words.ts'
import { dataUrl } from '../../shared/data-url.ts'
import { replaceDiagrams } from '../../shared/diagram-blocks.ts'
import type { Drawings } from '../../shared/drawings.ts'
import { escapeText } from '../../shared/escape-text.ts'
import { diagramName, type NameDiagram } from './diagram-names.ts'
import { diagramsOf } from './media-digest.ts'

/** Where the pictures of a deck go: into files of their own, or into the fields. */
export type PicturePlace = 'files' | 'fields'

/** The diagrams that cards show, as pictures. */
export class DeckDiagrams {
  readonly #drawings: Drawings
  readonly #place: PicturePlace
  readonly #files = new Map<string, Uint8Array>()

  constructor(drawings: Drawings, place: PicturePlace) {
    this.#drawings = drawings
    this.#place = place
  }

  /** Of the cards placed so far, by their names. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files
  }

  /** Draws the diagrams of a card, before it is placed; says whether it has any. */
  async draw(card: Card): Promise<boolean> {
    const sources = this.#drawings.areRead ? diagramsOf(card) : []
    await this.#drawings.draw(sources, card.path)
    return sources.length > 0
  }

  /** Some HTML of a card for a field in Anki. */
  place(html: string): string {
    return replaceDiagrams(html, (source) => {
      const svg = this.#drawings.svgOf(source)
      return svg === undefined ? undefined : pictureHtml(source, this.#addressOf(source, svg))
    })
  }

  /** What is broken has a name, too: so it counts as unchanged. None where diagrams are code. */
  get nameOf(): NameDiagram | undefined {
    if (!this.#drawings.areRead) return undefined
    return (source) => (this.#drawings.isKnown(source) ? diagramName(source) : undefined)
  }

  #addressOf(source: string, svg: string): string {
    const bytes = utf8ToBytes(svg)
    const name = diagramName(source)
    if (this.#place === 'fields') return dataUrl(name, bytes)
    this.#files.set(name, bytes)
    return name
  }
}

/** A diagram in a field of Anki. */
export function pictureHtml(source: string, address: string): string {
  const words = hideCommands(escapeText(diagramWords(source)))
  return `<div class="diagram"><img src="${address}" alt="${words}"></div>`
}
