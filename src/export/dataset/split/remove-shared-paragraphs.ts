import { say } from '../../../say/say.ts'
import { ExportError } from '../../contract.ts'
import type { Sample, WordedRecord } from '../records/record.ts'
import type { Entry, Split } from '../items/item.ts'
import { entryFrom } from '../items/items.ts'
import { chunksOf, pairKeys, paragraphsOf, textKeys } from '../items/paragraphs.ts'
import { saysMore, teaches } from '../items/teaching.ts'
import type { Piece } from '../records/text-pieces.ts'

/** What stands on both sides, and what was done about it. */
export interface SharedParagraphs {
  /** Records that were left out, by id. */
  left: string[]
  /** Chapters that are without so many of their paragraphs. */
  cut: { id: string; paragraphs: number }[]
  /** Paragraphs that stand on both sides all the same: files that the author marked repeat them. */
  remaining: number
}

/** Records and running text. */
export interface Sides {
  samples: Sample[]
  pieces: Piece[]
}

/**
 * Leaves out of what validates each paragraph that is trained on, in records and text: of chapters the
 * paragraph goes, other records go whole. Where nothing would be left to check with, training is
 * without them instead. Where the author marked the files to check with, they stay, and are counted.
 * Throws `ExportError` where the two sides say the same and nothing else.
 */
export function keepParagraphsApart(
  sides: Sides,
  recordsOf: (entry: Entry) => WordedRecord[],
  areMarked: boolean
): Sides & { shared: SharedParagraphs } {
  if (areMarked) {
    const train = keysOn(sides, 'train')
    const both = [...keysOn(sides, 'validation')].filter((key) => train.has(key))
    return { ...sides, shared: { left: [], cut: [], remaining: both.length } }
  }
  for (const side of ['validation', 'train'] as const) {
    const apart = without(sides, side, recordsOf)
    const left = apart.samples.filter(({ item }) => item.split === side)
    // A side that holds titles alone has no less to say than before.
    if (left.some(teaches) || (left.length > 0 && !teachesOn(sides, side))) return apart
  }
  throw new ExportError(
    say(
      'What would be checked with says nothing but what is learned, too, so no dataset can be made. Write something that stands in no other place, or take out what is there twice.'
    )
  )
}

function teachesOn({ samples }: Sides, side: Split): boolean {
  return samples.some((sample) => sample.item.split === side && teaches(sample))
}

function without(sides: Sides, side: Split, recordsOf: (entry: Entry) => WordedRecord[]) {
  const others = keysOn(sides, side === 'train' ? 'validation' : 'train')
  const shared: SharedParagraphs = { left: [], cut: [], remaining: 0 }
  const isShared = (key: number) => others.has(key)
  const samples = sides.samples.flatMap((given): Sample[] => {
    const isLed = given.item.split === side && leadKeys(given).some(isShared)
    const sample = isLed ? withoutLead(given, recordsOf) : given
    const { item } = sample
    if (item.split !== side || !paragraphsOf(item).some(isShared)) return [sample]
    const rest = item.kind === 'chapter' ? cutOut(item.content, isShared) : undefined
    if (rest === undefined || !saysMore(rest.text)) {
      shared.left.push(item.id)
      return []
    }
    shared.cut.push({ id: item.id, paragraphs: rest.count })
    const entry = entryFrom(sample, { id: item.id, content: rest.text })
    return [{ ...entry, records: recordsOf(entry) }]
  })
  const pieces = sides.pieces.flatMap((piece): Piece[] => {
    if (piece.split !== side || !keysOf(piece).some(isShared)) return [piece]
    const { text } = cutOut(piece.pair ? '' : piece.text, isShared)
    return saysMore(text) ? [{ ...piece, text }] : []
  })
  return { samples, pieces, shared }
}

function leadKeys({ lead }: Entry): number[] {
  return lead ? textKeys(lead.text) : []
}

function withoutLead(sample: Sample, recordsOf: (entry: Entry) => WordedRecord[]): Sample {
  const bare = { ...sample }
  delete bare.lead
  return { ...bare, records: recordsOf(bare) }
}

/** The text without what holds such a paragraph, and how much that was. */
function cutOut(text: string, isShared: (key: number) => boolean): { text: string; count: number } {
  const chunks = chunksOf(text)
  const kept = chunks.filter(({ isHeading, keys }) => isHeading || !keys.some(isShared))
  const rest = kept.map((chunk) => chunk.text).join('\n\n')
  return { text: rest, count: chunks.length - kept.length }
}

/** Keys of all paragraphs of a side. */
export function keysOn({ samples, pieces }: Sides, side: Split): Set<number> {
  const keys = new Set<number>()
  for (const sample of samples) {
    if (sample.item.split !== side) continue
    for (const key of [...paragraphsOf(sample.item), ...leadKeys(sample)]) keys.add(key)
  }
  for (const piece of pieces) {
    if (piece.split === side) for (const key of keysOf(piece)) keys.add(key)
  }
  return keys
}

function keysOf({ text, pair }: Piece): number[] {
  return pair ? pairKeys(...pair) : textKeys(text)
}
