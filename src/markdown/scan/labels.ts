import { normalizeIdentifier } from 'micromark-util-normalize-identifier'

/** Tells whether a label may be defined, and with it whether brackets around words are more than that. */
export type IsDefined = (label: string) => boolean

/** What is known of the document around some words. */
export interface Surroundings {
  isDefined: IsDefined
  /** Nothing that is defined outside is a link in words, so that links to notes are what they look like. */
  noteLinks: boolean
}

/** What is known of the document around some blocks. */
export interface DocumentSurroundings extends Surroundings {
  /** Whether the constructs of programs for notes are read (N2). */
  noteSyntax: boolean
}

/** Labels are no longer than this. */
const LONGEST = 1000

/** Says of each label whether a text may define it: the text is looked over when somebody first asks. */
export function labelsDefinedIn(text: string): IsDefined {
  let known: Set<string> | undefined
  return (label) => (known ??= looseLabels(text)).has(looseLabel(label))
}

/** A label without blanks and quote marks: within a container, lines of a label may hold both. */
export function looseLabel(label: string): string {
  return normalizeIdentifier(label).replace(/[\s>]+/g, '')
}

function looseLabels(text: string): Set<string> {
  const labels = new Set<string>()
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 1)) {
    const before = text.slice(Math.max(0, at - LONGEST), at)
    labels.add(looseLabel(before.slice(before.lastIndexOf('[') + 1)))
  }
  return labels
}
