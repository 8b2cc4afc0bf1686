import type { Card } from '../../../document/model.ts'
import { defaultSettings } from '../../../document/settings.ts'
import type { ExportInput } from '../../contract.ts'
import { contentHasher } from './content-hash.ts'
import { cardAsNoted } from './foreign-card.ts'
import { identifyCards, type IdentifiedCard } from './identify-cards.ts'
import type { LedgerEntry } from './ledger.ts'
import { diagramName } from '../media/diagram-names.ts'
import { mediaDigest, writeDigest } from '../media/media-digest.ts'

/** What a card says, as the ledger keeps it; texts are Markdown. */
export type CardState = Pick<LedgerEntry, 'question' | 'answer' | 'chapterTree' | 'fileId'>

/** A card now and at the last export. */
export interface ComparedCard {
  guid: string
  /** Absent for a card that is new. */
  before?: CardState
  /** Absent for a card that is gone, with where it stands otherwise. */
  after?: CardState & { path: string; line: number }
  /** What of it is another; where its texts are the same, `look` for their form or tags, or `media`. */
  changes: ('question' | 'answer' | 'context' | 'file' | 'look' | 'media')[]
}

export interface LedgerComparison {
  fresh: ComparedCard[]
  changed: ComparedCard[]
  unchanged: ComparedCard[]
  gone: ComparedCard[]
}

/** What is compared; `mediaNames` by path, as `deckMediaName` gives them, of all that could be read. */
export type Comparable = Pick<
  ExportInput,
  'compilation' | 'ledger' | 'takenGuids' | 'settings' | 'drawsDiagrams'
> & { mediaNames?: ReadonlyMap<string, string> }

/** What an export would change against the last one, in document order; writes nothing (A4). */
export function compareWithLedger({
  compilation,
  ledger,
  takenGuids,
  settings = {},
  mediaNames = new Map<string, string>(),
  drawsDiagrams = false
}: Comparable): LedgerComparison {
  const identified = identifyCards(compilation.cards, ledger, takenGuids)
  const comparison: LedgerComparison = { fresh: [], changed: [], unchanged: [], gone: [] }
  const hashOf = contentHasher()
  const { noteSyntax = defaultSettings.noteSyntax } = settings
  const nameDiagram = drawsDiagrams ? diagramName : () => undefined
  const beyondTexts = (
    card: Card,
    { hash, media = '', note }: LedgerEntry
  ): ComparedCard['changes'] => {
    // A ledger that was restored from a file of cards knows neither.
    if (hash === '') return []
    if (hash !== hashOf(cardAsNoted(card, note))) return ['look']
    const digest = mediaDigest(card, mediaNames, noteSyntax ? nameDiagram : undefined)
    return writeDigest(digest, media) === media ? [] : ['media']
  }
  for (const card of identified) {
    const compared = compare(card, beyondTexts)
    // One that was gone and is back is new to the last export, and keeps its guid.
    if (!card.before?.present) comparison.fresh.push(compared)
    else comparison[compared.changes.length > 0 ? 'changed' : 'unchanged'].push(compared)
  }
  const found = new Set(identified.map(({ guid }) => guid))
  for (const entry of ledger?.entries ?? []) {
    if (!entry.present || found.has(entry.guid)) continue
    comparison.gone.push({ guid: entry.guid, before: stateOf(entry), changes: [] })
  }
  return comparison
}

function compare(
  { card, texts, guid, before }: IdentifiedCard,
  beyondTexts: (card: Card, before: LedgerEntry) => ComparedCard['changes']
): ComparedCard {
  const after = { ...stateOf(texts), path: card.path, line: card.line }
  if (!before) return { guid, after, changes: [] }
  const changes: ComparedCard['changes'] = []
  if (before.question !== texts.question) changes.push('question')
  if (before.answer !== texts.answer) changes.push('answer')
  // A note that came from Anki says nothing of where its card stands here.
  if (!before.note) {
    if (before.chapterTree.join('\n') !== texts.chapterTree.join('\n')) changes.push('context')
    if (before.fileId !== texts.fileId) changes.push('file')
  }
  if (changes.length === 0) changes.push(...beyondTexts(card, before))
  return { guid, before: stateOf(before), after, changes }
}

function stateOf({ question, answer, chapterTree, fileId }: CardState): CardState {
  return { question, answer, chapterTree, fileId }
}
