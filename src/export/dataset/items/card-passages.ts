import { compile } from '../../../document/compile.ts'
import type { BlockItem } from '../../../document/model.ts'
import type { ExportInput } from '../../contract.ts'
import { cleanText } from '../../../render/clean-text.ts'
import type { DatasetOptions } from '../options.ts'
import type { Sample, TrainingRecord, WordedRecord } from '../records/record.ts'
import type { DatasetItem, Entry, Split } from './item.ts'
import { chunksOf } from './paragraphs.ts'

/** What finding passages needs beside the cards. */
export interface PassageWish {
  options: Pick<DatasetOptions, 'passages' | 'passageLetters'>
  /** Keys of the paragraphs of a side: a passage holds none of the other. */
  keysOn: (side: Split) => ReadonlySet<number>
  isTooLong: (record: TrainingRecord) => boolean
  recordsOf: (entry: Entry) => WordedRecord[]
}

/**
 * Gives each card the text of its own chapter that stands nearest to it, questions and answers left out, where
 * that is wanted; so “the fourth equation” has something to be the fourth of. A gap gets none: its sentence
 * stands there. Nor does a card whose record would be longer than the model reads.
 */
export function withPassages(samples: Sample[], input: ExportInput, wish: PassageWish): Sample[] {
  if (wish.options.passages === 'off') return samples
  const texts = new Map(input.files.map(({ path, text }) => [path, text]))
  const known = new Map<string, BlockItem[]>()
  const blocksOf = (path: string): BlockItem[] => {
    const found = known.get(path)
    if (found) return found
    const settings = { ...input.settings, capture: 'all', questionsInContent: false } as const
    const { blocks } = compile([{ path, text: texts.get(path) ?? '' }], settings)
    known.set(path, blocks)
    return blocks
  }
  const away = { train: wish.keysOn('validation'), validation: wish.keysOn('train') }
  return samples.map((sample): Sample => {
    const { item, path, gap } = sample
    if (item.kind !== 'qa' || gap) return sample
    const isAway = (key: number) => away[item.split].has(key)
    const passage = passageOf(item, blocksOf(path), wish.options.passageLetters, isAway)
    if (passage === '') return sample
    const entry = { ...sample, passage }
    const records = wish.recordsOf(entry)
    return records.some(({ record }) => wish.isTooLong(record)) ? sample : { ...entry, records }
  })
}

/** The blocks of the card's chapter, the nearest first until there are so many letters, as they stand there. */
function passageOf(
  item: DatasetItem,
  blocks: BlockItem[],
  letters: number,
  isAway: (key: number) => boolean
): string {
  const near = blocks
    .filter(({ chapterId }) => chapterId === item.chapter_id)
    .map((block) => ({ block, text: without(cleanText(block.content), isAway) }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => distance(item, a.block) - distance(item, b.block))
  const taken: typeof near = []
  let left = letters
  for (const { block, text } of near) {
    if (text.length > left && taken.length > 0) break
    taken.push({ block, text: beginning(text, left) })
    left -= text.length
  }
  const isText = taken.some(({ text }) => chunksOf(text).some(({ isHeading }) => !isHeading))
  if (!isText) return ''
  taken.sort((a, b) => a.block.startLine - b.block.startLine)
  return taken.map(({ text }) => text).join('\n\n')
}

/** Lines between a card and a block. */
function distance(
  { start_line, end_line }: DatasetItem,
  { startLine, endLine }: BlockItem
): number {
  return Math.max(0, start_line - endLine, startLine - end_line)
}

/** The text without paragraphs that stand on the other side. */
function without(text: string, isAway: (key: number) => boolean): string {
  const chunks = chunksOf(text)
  const kept = chunks.filter(({ keys, isHeading }) => isHeading || !keys.some(isAway))
  return kept.length === chunks.length ? text.trim() : kept.map((chunk) => chunk.text).join('\n\n')
}

/** As much of a text as there is room for, cut between words. */
function beginning(text: string, letters: number): string {
  if (text.length <= letters) return text
  const cut = text.slice(0, letters)
  return cut.slice(0, Math.max(cut.search(/\s\S*$/), 0) || letters).trimEnd() + ' …'
}
