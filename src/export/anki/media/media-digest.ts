import type { Card } from '../../../document/model.ts'
import { diagramsIn } from '../../shared/diagram-blocks.ts'
import { diagramNames, isDiagramName, type NameDiagram } from './diagram-names.ts'
import { mediaIn } from './media-tags.ts'

/**
 * Names of the files in the deck that a card shows, in their order, `?` for a medium that was not read.
 * Undefined where none of its media was read, or not all diagrams can be drawn: nobody knows then.
 */
export interface MediaDigest {
  media: string | undefined
  diagrams: string | undefined
}

/** `names` of media by path; without `nameDiagram` diagrams are code. */
export function mediaDigest(
  card: Card,
  names: ReadonlyMap<string, string | undefined>,
  nameDiagram?: NameDiagram
): MediaDigest {
  const found = mediaOf(card).map((path) => names.get(path) ?? '?')
  const isLost = found.length > 0 && found.every((name) => name === '?')
  return {
    media: isLost ? undefined : found.join(' '),
    diagrams: nameDiagram ? diagramNames(diagramsOf(card), nameDiagram) : ''
  }
}

/** A digest as a ledger keeps it; what nobody knows is as it was `before`, in that of the last export. */
export function writeDigest({ media, diagrams }: MediaDigest, before = ''): string {
  const names = before.split(' ').filter((name) => name !== '')
  const kept = (areDiagrams: boolean) =>
    names.filter((name) => isDiagramName(name) === areDiagrams).join(' ')
  return [media ?? kept(false), diagrams ?? kept(true)].filter((part) => part !== '').join(' ')
}

/** Paths of the media that a card shows. */
export function mediaOf({ questionHtml, answerHtml }: Card): string[] {
  return [...mediaIn(questionHtml), ...mediaIn(answerHtml)]
}

/** Sources of the diagrams of a card. */
export function diagramsOf({ questionHtml, answerHtml }: Card): string[] {
  return [...diagramsIn(questionHtml), ...diagramsIn(answerHtml)]
}

/** Paths of the media that some cards show. */
export function mediaShownBy(cards: Card[]): Set<string> {
  return new Set(cards.flatMap(mediaOf))
}
