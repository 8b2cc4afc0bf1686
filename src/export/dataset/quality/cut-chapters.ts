import type { Sample, WordedRecord } from '../records/record.ts'
import type { Piece } from '../records/text-pieces.ts'
import type { Entry } from '../items/item.ts'
import { entryFrom } from '../items/items.ts'
import type { DatasetOptions } from '../options.ts'
import { chunksOf } from '../items/paragraphs.ts'
import type { PoorItem } from './poor-item.ts'
import { isLookedAt } from './quality.ts'
import { qualityRules } from './rules.ts'

/** Takes bare directives and tags out of the chapters that hold more. */
export function cutChapters(
  samples: Sample[],
  options: DatasetOptions,
  recordsOf: (entry: Entry) => WordedRecord[]
): Sample[] {
  return samples.map((sample) => {
    if (sample.item.kind !== 'chapter' || !isLookedAt(sample, options)) return sample
    const content = cut(sample.item.content, options)
    if (content === sample.item.content) return sample
    const entry = entryFrom(sample, { id: sample.item.id, content })
    return { ...entry, records: recordsOf(entry) }
  })
}

/**
 * The same for the text to pretrain on, which goes without chapters that hold nothing else, or links alone. What is
 * only too short for a record stays in it.
 */
export function cutPieces(pieces: Piece[], options: DatasetOptions, poor: PoorItem[]): Piece[] {
  const idle = new Set(
    qualityRules
      .filter(({ name, cutsChapters }) => cutsChapters || name === 'links')
      .map(({ name }) => name)
  )
  const gone = new Set(poor.filter(({ rule }) => idle.has(rule)).map(({ id }) => id))
  return pieces.flatMap((piece): Piece[] => {
    const kind = piece.pair ? 'qa' : 'chapter'
    if (!isLookedAt({ ...piece, item: { kind } }, options)) return [piece]
    const text = gone.has(piece.id) ? '' : cut(piece.text, options)
    return text === '' ? [] : [{ ...piece, text }]
  })
}

/** The text as it is where nothing has to go. */
function cut(text: string, { keptKinds }: DatasetOptions): string {
  const rules = qualityRules.filter(
    ({ name, cutsChapters }) => cutsChapters && !keptKinds.includes(name)
  )
  const chunks = chunksOf(text)
  const rest = rules.reduce((left, rule) => rule.rest(left), chunks)
  return rest.length === chunks.length ? text : rest.map((chunk) => chunk.text).join('\n\n')
}
