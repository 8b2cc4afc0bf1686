import { DocumentParser } from '../markdown/reading/document-parser.ts'
import type { SourceRange } from '../markdown/tree/container-marks.ts'
import { mayHoldDefinitions } from '../markdown/syntax/definition-lines.ts'
import { readQuietly, readToShow } from '../document/read-document.ts'
import { isTooDeep, type Notes } from '../document/document.ts'
import { ProjectNotes } from '../document/project-notes.ts'
import type { SourceFile } from '../document/model.ts'
import { candidatesIn } from './candidate.ts'
import type { FindSettings, FoundCard } from './found-card.ts'
import { noteOf } from './note.ts'
import { plainCards } from './plain-cards.ts'
import { proveCards } from './prove-cards.ts'
import type { Reader } from './read-tagged.ts'
import { rules } from './registry.ts'
import { withoutRevealing } from './without-revealing.ts'

/**
 * Finds what is written as a card in a note without tags, or nearly so (N1): in the order of the
 * text, none over another, nothing inside of cards that the text has already. Each has been read
 * again with its tags in: what it says is what compiling gives. Same text, same cards; no text makes
 * it throw. Offsets count in the text as it is given, a byte order mark included. `notes` are those whose blocks
 * a card may show; without them it shows those of the file alone.
 */
export function findCards(
  file: SourceFile,
  settings: FindSettings = {},
  notes?: Notes
): FoundCard[] {
  const text = file.text.replace(/^\ufeff+/, '')
  const shift = file.text.length - text.length
  try {
    return find({ path: file.path, text }, settings, notes).map((card) => shifted(card, shift))
  } catch (error) {
    if (isTooDeep(error)) return []
    throw error
  }
}

function find(file: SourceFile, settings: FindSettings, notes: Notes | undefined): FoundCard[] {
  const finder = new Finder(file.path, settings, notes)
  const { plain, proven } = finder.look(file.text)
  const kept = withoutRevealing(file.text, plain, proven, (text) => {
    const found = finder.look(text)
    return [...found.plain, ...found.proven]
  })
  return [...plain, ...kept].sort((a, b) => a.start - b.start)
}

/** Looks for cards in a text, and in what it becomes once some are taken: what stays the same is read once. */
class Finder {
  readonly #path: string
  readonly #settings: FindSettings
  readonly #notes: Notes | undefined
  readonly #parser: DocumentParser
  #searching: DocumentParser | undefined

  constructor(path: string, settings: FindSettings, notes: Notes | undefined) {
    this.#path = path
    this.#settings = settings
    this.#notes = notes
    this.#parser = new DocumentParser(settings.noteSyntax)
  }

  /** Cards that are known by their plain words, and those that a second reading proved. */
  look(text: string): { plain: FoundCard[]; proven: FoundCard[] } {
    const wanted = this.#settings.rules
    const asked = rules.filter(
      ({ name, sign }) => (wanted?.includes(name) ?? true) && sign.test(text)
    )
    if (asked.length === 0) return { plain: [], proven: [] }
    const file = { path: this.#path, text }
    const document = readQuietly(file, this.#parserFor(text))
    const note = noteOf(document)
    const { plain, others } = plainCards(note, candidatesIn(note, asked))
    if (others.length === 0) return { plain, proven: [] }
    const read = taggedReader(file, this.#parser, this.#notes)
    return { plain, proven: proveCards(file, document, others, read) }
  }

  /** A definition that the reader knows already is found as one that is written in a paragraph. */
  #parserFor(text: string): DocumentParser {
    if (!mayHoldDefinitions(text)) return this.#parser
    return (this.#searching ??= new DocumentParser(this.#settings.noteSyntax, undefined, false))
  }
}

/** What may show a block of this note, or of another one. */
const reference = /\(\([\da-f]{8}-|!\[\[|\{\{embed[ \t]/i

function taggedReader(file: SourceFile, parser: DocumentParser, notes: Notes | undefined): Reader {
  if (!reference.test(file.text)) return (tagged) => readQuietly(tagged, parser)
  const shown =
    notes ??
    new ProjectNotes(
      () => [file.path],
      () => file.text,
      parser.noteSyntax
    )
  return (tagged) => readToShow(tagged, parser, shown)
}

function shifted(card: FoundCard, by: number): FoundCard {
  if (by === 0) return card
  const move = <T extends SourceRange>(range: T) => ({
    ...range,
    start: range.start + by,
    end: range.end + by
  })
  return { ...move(card), edits: card.edits.map(move) }
}
