import { chapterExtras } from './items/chapter-extras.ts'
import type { Entry, Split } from './items/item.ts'
import { datasetEntries } from './items/items.ts'
import { type LengthRule, splitLongChapters } from './items/long-chapters.ts'
import type { DatasetOptions } from './options.ts'
import { type PartedChapter, partChapters } from './items/part-chapters.ts'
import { removeLeaks } from './split/remove-leaks.ts'
import type { OwnTexts } from './quality/own-texts.ts'
import type { PoorItem } from './quality/poor-item.ts'
import { passQuality } from './quality/quality.ts'
import { RecordSieve } from './records/record-sieve.ts'
import { refuseTooFew } from './refuse.ts'
import { Sections } from './items/sections.ts'
import { chapterKey, partKey, type SplitResult } from './parts.ts'
import { type SplitChoice, splitEntries } from './split/split.ts'
import type { Sample, TrainingRecord, WordedRecord } from './records/record.ts'

/** Items that give no record, by id, and why. */
export interface LeftOut {
  /** An earlier one gives exactly the same record. */
  duplicates: { id: string; same_as: string }[]
  /** It says nearly the same as one on the other side. */
  near_duplicates: { id: string; like: string }[]
  /** The record would have no instruction or no output. */
  blank: { id: string; missing: string }[]
  /** The chapter is longer than the model reads at once. */
  too_long: string[]
  /** It teaches nothing by itself, by the named rule. */
  poor: PoorItem[]
  /** It would tell of one side on the other. */
  across: string[]
  /** It holds a paragraph of the other side. */
  shared: string[]
}

/** All captured items, each accounted for. */
export interface Collection {
  samples: Sample[]
  leftOut: LeftOut
  /** What the split kept whole. */
  level: string
  /** Chapters that are trained on without what validates. */
  parted: PartedChapter[]
  /** Chapters that became several items because they were too long. */
  splitChapters: { id: string; into: string[] }[]
  split: SplitResult
  /** Side of every captured item by id, those left out included. */
  sides: Map<string, Split>
}

/** What collecting needs beside the project and the options. */
export interface CollectWish {
  /** Of the cards, in their order. */
  guids: string[]
  /** Of the sources, by path. */
  hashes: ReadonlyMap<string, string>
  seed: number
  isTooLong: (record: TrainingRecord) => boolean
}

/** From items to records on two sides. Throws `ExportError` where no sound dataset can be made. */
export function collect(
  { input, own }: OwnTexts,
  options: DatasetOptions,
  { guids, hashes, seed, isTooLong }: CollectWish,
  recordsOf: (entry: Entry) => WordedRecord[]
): Collection {
  const sections = new Sections(input, own)
  const captured = datasetEntries(input, guids, hashes)
  const quality = passQuality(captured, options)
  const sieve = new RecordSieve(recordsOf)
  const unique = quality.entries.flatMap((entry): Entry[] =>
    sieve.takes(entry) ? [recordsOf(entry).length > 0 ? entry : { ...entry, silent: true }] : []
  )
  refuseTooFew(captured.length, unique, sections, input)
  const split = splitEntries(unique, splitChoice(options, seed, unique), sections)
  const parted = partChapters(unique, split, sections)
  const rule: LengthRule = {
    longChapters: options.longChapters,
    isTooLong: (entry) => recordsOf(entry).some(({ record }) => isTooLong(record))
  }
  const fit = splitLongChapters(parted.entries, rule, sections, split.parted)
  const sides = new Map<string, Split>()
  const bySide = (path: string, chapterId: string) => sides.get(chapterKey(path, chapterId))
  for (const entry of parted.entries) {
    const { item } = entry
    sides.set(item.id, item.split)
    const chapter = partKey(entry)
    // Of a chapter that gives no item itself what stands in it tells the side.
    if (item.kind === 'chapter' || !sides.has(chapter)) sides.set(chapter, item.split)
  }
  const extras = chapterExtras(parted.entries, input, options, bySide)
  const sifted = new RecordSieve(recordsOf)
  const samples = [...fit.entries, ...extras.entries].flatMap((entry): Sample[] =>
    sifted.takes(entry) ? [{ ...entry, records: recordsOf(entry) }] : []
  )
  const apart = options.nearDuplicates ? { samples, left: [] } : removeLeaks(samples)
  for (const { id, same_as } of sieve.duplicates) sides.set(id, sides.get(same_as) ?? 'train')
  return {
    samples: apart.samples,
    leftOut: {
      duplicates: [...sieve.duplicates, ...sifted.duplicates],
      near_duplicates: apart.left,
      blank: [...sieve.blank, ...sifted.blank],
      too_long: fit.leftOut,
      poor: quality.left,
      across: extras.across,
      shared: []
    },
    level: split.level,
    parted: parted.chapters,
    splitChapters: fit.split,
    split,
    sides
  }
}

function splitChoice(options: DatasetOptions, seed: number, entries: Entry[]): SplitChoice {
  const { preset, validationCards, validationFiles } = options
  const fraction = Math.min(Math.max(options.validationFraction || 0, 0), 0.5)
  const choice = { seed, fraction, files: validationFiles }
  if (preset !== 'study') return { ...choice, cards: validationCards }
  const cards = entries.filter(({ item }) => item.kind === 'qa').length
  // A question of its own tells more than how well a text is foreseen.
  return { ...choice, cards: validationCards || Math.ceil(fraction * cards), single: true }
}
