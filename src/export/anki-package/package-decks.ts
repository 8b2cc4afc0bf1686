import { sha256Hex } from '../sha256-hex.ts'
import type { AnkiNote } from '../anki/anki-notes.ts'

export interface PackageDeck {
  id: number
  /** With its parents, `::` between levels. */
  name: string
  /** Markdown, shown below the deck's name. */
  description: string
}

/** The decks of some notes and all of their parents, parents first, by name. */
export function packageDecks(notes: AnkiNote[], project: string): Map<string, PackageDeck> {
  const decks = new Map<string, PackageDeck>()
  const own = new Map<string, Set<string>>()
  for (const { deck, card } of notes) pathsOf(own, deck).add(card.path)
  const files = new Map<string, Set<string>>()
  for (const [deck, paths] of own) {
    for (const name of withParents(deck)) for (const path of paths) pathsOf(files, name).add(path)
  }
  const names = [...files.keys()].sort()
  for (const name of names) {
    const description = describe(project, [...(files.get(name) ?? [])])
    decks.set(name, { id: deckId(name), name, description })
  }
  return decks
}

function pathsOf(decks: Map<string, Set<string>>, name: string): Set<string> {
  const paths = decks.get(name) ?? new Set<string>()
  if (paths.size === 0) decks.set(name, paths)
  return paths
}

function withParents(deck: string): string[] {
  const levels = deck.split('::')
  return levels.map((_, at) => levels.slice(0, at + 1).join('::'))
}

/** The same for the same name, on any machine: 2^40 and up, far from the 1 of Anki's own deck. */
function deckId(name: string): number {
  return 2 ** 40 + Number.parseInt(sha256Hex(name).slice(0, 10), 16)
}

const SHOWN = 5

function describe(project: string, paths: string[]): string {
  const sources = paths.slice(0, SHOWN).map((path) => `\`${path.replaceAll('`', "'")}\``)
  const more = paths.length > SHOWN ? ` and ${String(paths.length - SHOWN)} more files` : ''
  return `Cards of **${escapeMarkdown(project)}**, from ${sources.join(', ')}${more}.`
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
}
