import {
  compile,
  deckMediaName,
  foreignLedger,
  type ForeignSource,
  type ForeignType
} from '../../laegna.ts'
import { decodeText } from '../decode-text.ts'
import { ImportRefusal, type Importer, type ImportProgress } from '../importer.ts'
import { DeckMedia } from './deck-media.ts'
import { writeDecks, type WrittenCard, type WrittenDecks } from './deck-files.ts'
import { CardMaker } from './note-card.ts'
import { Tally } from './tally.ts'
import { openPackage } from './open-package.ts'
import { readCollection } from './read-collection.ts'
import type { DeckNote, ReadDeck } from './read-deck.ts'
import { readAnkiText } from './read-text.ts'

/** Reads a deck of Anki in its package, as a file for each deck, with the ledger of its notes. */
export const importDeck: Importer = async (source, _answers, progress) => {
  const { collection, ...media } = await openPackage(source)
  const notes = await readCollection(source.path, collection)
  return importNotes(source.path, { form: 'package', notes, ...media }, progress)
}

/** Reads notes that Anki exported as text. */
export const importAnkiText: Importer = async ({ path, blob }, _answers, progress) => {
  const text = decodeText(new Uint8Array(await blob.arrayBuffer()))
  const notes = readAnkiText(path, text)
  const readMedia = () => Promise.resolve(new Map())
  return importNotes(path, { form: 'text', notes, mediaNames: new Set(), readMedia }, progress)
}

async function importNotes(path: string, deck: ReadDeck, progress: ImportProgress) {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const media = new DeckMedia(base, deck.mediaNames)
  const tally = new Tally(deck)
  const cards = makeCards(deck.notes, new CardMaker(media.placeOf), tally, progress)
  if (cards.length === 0) throw new ImportRefusal(tally.refusal(path))
  const written = writeDecks(cards, base)
  const pictures = await media.read(deck.readMedia)
  const names = new Map<string, string>()
  for (const { path, bytes } of pictures) names.set(path, await deckMediaName(path, bytes))
  const ledger = ledgerOf(written, deck.form, names, tally)
  return {
    files: written.files,
    media: pictures,
    notes: [...tally.sentences(written), ...media.sentences()],
    questions: [],
    ...(ledger && { ledger })
  }
}

function makeCards(
  notes: DeckNote[],
  maker: CardMaker,
  tally: Tally,
  progress: ImportProgress
): WrittenCard[] {
  const cards: WrittenCard[] = []
  for (const [at, note] of notes.entries()) {
    if (at % 500 === 0) progress(at, notes.length)
    const card = maker.make(note)
    if (typeof card === 'string') tally.leaveOut(card)
    else {
      cards.push({ ...card, isSame: isUpdatable(note, card.sides) })
      tally.take(note, card.sides)
    }
  }
  progress(notes.length, notes.length)
  return cards
}

/** Whether an edited card can go back into its note: a side of several fields does not say which. */
function isUpdatable({ guid }: DeckNote, { question, answer }: WrittenCard['sides']): boolean {
  return guid !== '' && question.length === 1 && answer.length <= 1
}

/** The ledger of the cards as they are read from the files; none where no note can be updated. */
function ledgerOf(
  { files, placed }: WrittenDecks,
  form: 'package' | 'text',
  names: ReadonlyMap<string, string>,
  tally: Tally
) {
  // One after the other: a tree takes far more room than its text.
  const media = [...names.keys()]
  const cards = files.flatMap((file) => compile([file], {}, media).cards)
  const read = new Map(cards.map((card) => [`${card.path}\n${String(card.line)}`, card]))
  const types = new Map<string, ForeignType>()
  const sources = new Map<string, ForeignSource>()
  for (const { path, line, card: written } of placed) {
    const { note, sides, isSame } = written
    const { type, guid, mod, fields, tags, cards } = note
    const card = read.get(`${path}\n${String(line)}`)
    if (card?.kind !== type.kind) tally.unread += 1
    else if (!isSame || sources.has(guid)) tally.asNew(note)
    else {
      const { key, name, model } = type
      types.set(key, { key, name, ...(model && { model }) })
      const [question = 0] = sides.question
      const own = { type: key, fields, question, answer: sides.answerField, tags, cards }
      sources.set(guid, { card, guid, mod, note: own })
    }
  }
  if (sources.size === 0) return undefined
  return foreignLedger([...sources.values()], [...types.values()], form, names)
}
