import { sha256Hex } from '../../shared/sha256-hex.ts'

/** The name of a diagram's picture in the deck; undefined where nobody can draw it now. */
export type NameDiagram = (source: string) => string | undefined

/** Grows when diagrams are drawn so that Anki is to have other pictures. */
const version = 1

/**
 * The name of a diagram's picture in the deck: `laegna-diagram-` and 20 digits of the SHA-256 of its
 * source. Where it is drawn makes small differences, which are no change of a card.
 */
export function diagramName(source: string): string {
  return `laegna-diagram-${sha256Hex(`${version}\n${source}`).slice(0, 20)}.svg`
}

/** Whether a file in the deck has such a name. */
export function isDiagramName(name: string): boolean {
  return name.startsWith('laegna-diagram-')
}

/** Names of some diagrams, undefined where nobody can draw one of them. */
export function diagramNames(sources: string[], nameOf: NameDiagram): string | undefined {
  const names = sources.map(nameOf)
  return names.includes(undefined) ? undefined : names.join(' ')
}
