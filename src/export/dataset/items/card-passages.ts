import { compile } from '../../../document/compile.ts'
import type { BlockItem } from '../../../document/model.ts'
import type { ExportInput } from '../../contract.ts'
import { cleanText } from '../../../render/clean-text.ts'
import type { DatasetOptions } from '../options.ts'
import { withoutMdxComments } from '../quality/mdx-comments.ts'
import type { Sample, TrainingRecord, WordedRecord } from '../records/record.ts'
import type { DatasetItem, Entry, Split } from './item.ts'
import { chunksOf, textKeys } from './paragraphs.ts'

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
 * stands there. Nor does a card whose record would be longer than the model reads. What is read with a card to learn
 * from is not read with one to check with: neither need be captured itself.
 */
export function withPassages(samples: Sample[], input: ExportInput, wish: PassageWish): Sample[] {
  if (wish.options.passages === 'off') return samples
  const texts = new Map(input.files.map(({ path, text }) => [path, text]))
  const known = new Map<string, BlockItem[]>()
  const blocksOf = (path: string): BlockItem[] => {
    const found = known.get(path)
    if (found) return found
    const settings = { ...input.settings, capture: 'all', questionsInContent: false } as const
    const { blocks } = withoutMdxComments(
      compile([{ path, text: texts.get(path) ?? '' }], settings)
    )
    known.set(path, blocks)
    return blocks
  }
  const away = { train: wish.keysOn('validation'), validation: wish.keysOn('train') }
  const learned = new Set<number>()
  const give = (sample: Sample): Sample => {
    const { item, path, gap } = sample
    if (item.kind !== 'qa' || gap) return sample
    const isAway = (key: number) =>
      away[item.split].has(key) || (item.split === 'validation' && learned.has(key))
    const { text, keys } = passageOf(item, blocksOf(path), wish.options.passageLetters, isAway)
    if (text === '') return sample
    const entry = { ...sample, passage: text }
    const records = wish.recordsOf(entry)
    if (records.some(({ record }) => wish.isTooLong(record))) return sample
    if (item.split === 'train') for (const key of keys) learned.add(key)
    return { ...entry, records }
  }
  const splits: Split[] = ['train', 'validation']
  return splits.reduce(
    (some, split) => some.map((sample) => (sample.item.split === split ? give(sample) : sample)),
    samples
  )
}

/**
 * The blocks of the card's chapter, the nearest first until there are so many letters, as they stand there; and the
 * keys of their paragraphs, those that were cut among them.
 */
function passageOf(
  item: DatasetItem,
  blocks: BlockItem[],
  letters: number,
  isAway: (key: number) => boolean
): { text: string; keys: number[] } {
  const near = blocks
    .filter(({ chapterId }) => chapterId === item.chapter_id)
    .map((block) => ({ block, text: without(cleanText(block.content), isAway) }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => distance(item, a.block) - distance(item, b.block))
  const taken: typeof near = []
  const keys: number[] = []
  let left = letters
  for (const { block, text } of near) {
    if (text.length > left && taken.length > 0) break
    taken.push({ block, text: beginning(text, left) })
    keys.push(...textKeys(text))
    left -= text.length
  }
  const isText = taken.some(({ text }) => chunksOf(text).some(({ isHeading }) => !isHeading))
  if (!isText) return { text: '', keys: [] }
  taken.sort((a, b) => a.block.startLine - b.block.startLine)
  return { text: taken.map(({ text }) => text).join('\n\n'), keys }
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
