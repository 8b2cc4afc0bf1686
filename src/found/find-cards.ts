import { DocumentParser } from '../markdown/document-parser.ts'
import type { SourceRange } from '../markdown/container-marks.ts'
import { mayHoldDefinitions } from '../markdown/syntax/definition-lines.ts'
import { readDocument } from '../document/read-document.ts'
import { isTooDeep } from '../document/document.ts'
import type { SourceFile } from '../document/model.ts'
import type { Candidate } from './candidate.ts'
import { editsOf, rangeOf, type Draft } from './draft.ts'
import type { FindSettings, FoundCard } from './found-card.ts'
import { firstEndingAfter, noteOf } from './note.ts'
import { proveCards } from './prove-cards.ts'
import { rules } from './registry.ts'
import { isTemplateSide } from './template-fields.ts'

/**
 * Finds what is written as a card in a note without tags, or nearly so (N1): in the order of the
 * text, none over another, nothing inside of cards that the text has already. Each has been read
 * again with its tags in: what it says is what compiling gives. Same text, same cards; no text makes
 * it throw. Offsets count in the text as it is given, a byte order mark included.
 */
export function findCards(file: SourceFile, settings: FindSettings = {}): FoundCard[] {
  const text = file.text.replace(/^\ufeff+/, '')
  const shift = file.text.length - text.length
  try {
    return find({ path: file.path, text }, settings).map((card) => shifted(card, shift))
  } catch (error) {
    if (isTooDeep(error)) return []
    throw error
  }
}

function find(file: SourceFile, settings: FindSettings): FoundCard[] {
  const parser = new DocumentParser(settings.noteSyntax)
  // A definition that the reader knows already is found as one that is written in a paragraph.
  const searching = mayHoldDefinitions(file.text)
    ? new DocumentParser(settings.noteSyntax, undefined, false)
    : parser
  const document = readDocument(file, searching)
  const note = noteOf(document)
  const asked = rules.filter(({ name }) => settings.rules?.includes(name) ?? true)
  const taken: Candidate[] = []
  const lineOf = lineFinder(file.text)
  for (const rule of asked) {
    const drafts = rule
      .find(note)
      .filter((draft) => !isOfTemplate(draft, file.text))
      .map((draft) => ({ draft, ...rangeOf(draft) }))
    for (const { draft, ...range } of drafts.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const at = firstEndingAfter(taken, range.start)
      if ((taken[at]?.start ?? Infinity) < range.end || !note.isFree(range)) continue
      const line = lineOf(draft.question.start)
      taken.splice(at, 0, { rule, draft, ...range, line, edits: editsOf(file.text, draft) })
    }
  }
  return taken.length === 0 ? [] : proveCards(file, document, taken, parser)
}

function isOfTemplate({ question, answer }: Draft, text: string): boolean {
  return [question, answer].some((side) => side && isTemplateSide(text.slice(side.start, side.end)))
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

/** Finds the line, from 1, on which a place stands. */
function lineFinder(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map(({ index }) => ({
    start: index,
    end: index + 1
  }))
  return (offset) => firstEndingAfter(ends, offset) + 1
}
