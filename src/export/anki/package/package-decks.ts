import { cleanLine } from '../../../render/clean-text.ts'
import { sha256Hex } from '../../shared/sha256-hex.ts'

export interface PackageDeck {
  id: number
  /** With its parents, `::` between levels. */
  name: string
  /** Markdown, shown below the deck's name. */
  description: string
}

/** Notes that follow each other. */
export interface NoteRun {
  deck: string
  notes: number
  /** The numbers, from 0, that Anki gives the cards of each. */
  ordinals: number[]
}

/** The decks of notes, taken in the order of the notes. */
export class PackageDecks {
  /** Notes that follow each other in one deck, each with as many cards. */
  readonly runs: NoteRun[] = []
  readonly #paths = new Map<string, Set<string>>()
  #path: string | undefined

  /** Takes a note with the numbers of its cards; from the file at `path`, unless its deck is not to say so. */
  add(deck: string, path: string | undefined, ordinals: number[]): void {
    const last = this.runs.at(-1)
    const isLike = last?.deck === deck && isSame(last.ordinals, ordinals)
    if (isLike) last.notes += 1
    else this.runs.push({ deck, notes: 1, ordinals })
    if (last?.deck === deck && path === this.#path) return
    this.#path = path
    const paths = pathsOf(this.#paths, deck)
    if (path !== undefined) paths.add(path)
  }

  /** All decks and all of their parents, parents first, by name. */
  described(project: string): PackageDeck[] {
    const files = new Map<string, Set<string>>()
    for (const [deck, paths] of this.#paths) {
      for (const name of withParents(deck)) {
        const all = pathsOf(files, name)
        for (const path of paths) all.add(path)
      }
    }
    return [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, paths]) => ({
        id: deckId(name),
        name,
        description: describe(project, [...paths])
      }))
  }
}

function isSame(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((ordinal, at) => ordinal === other[at])
}

function pathsOf(decks: Map<string, Set<string>>, name: string): Set<string> {
  const paths = decks.get(name) ?? new Set<string>()
  decks.set(name, paths)
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
  if (paths.length === 0) return ''
  const sources = paths.slice(0, SHOWN).map((path) => `\`${cleanLine(path).replaceAll('`', "'")}\``)
  const more = paths.length > SHOWN ? ` and ${String(paths.length - SHOWN)} more files` : ''
  return `Cards of **${escapeMarkdown(project)}**, from ${sources.join(', ')}${more}.`
}

function escapeMarkdown(text: string): string {
  return cleanLine(text).replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
}
