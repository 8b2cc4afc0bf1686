import type { BlockItem, Card, ChapterItem, SourceFile } from '../../../document/model.ts'
import { cleanLine, cleanText } from '../../../render/clean-text.ts'
import type { ExportInput } from '../../contract.ts'
import { withTopics } from '../quality/generic-titles.ts'
import { sha256HexOfMany } from '../../shared/sha256-hex.ts'
import type { DatasetItem, Entry, ItemKind } from './item.ts'

/** SHA-256 of the sources, as 64 hex digits, by path. */
export async function sourceHashes(files: SourceFile[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  const encoder = new TextEncoder()
  // One after the other: all at once would be a second copy of the project.
  for (const { path, text } of files) {
    hashes.set(path, await sha256HexOfMany(encoder.encode(cleanText(text))))
  }
  return hashes
}

/**
 * Everything captured as items: cards, then blocks, then chapters, each in document order. `guids` are those of the
 * cards, in their order, `hashes` those of the sources, by path.
 */
export function datasetEntries(
  { compilation: { cards, blocks, chapters, files } }: ExportInput,
  guids: string[],
  hashes: ReadonlyMap<string, string>
): Entry[] {
  const titles = new Map(files.map((file) => [file.path, file.title]))
  // File ids and titles come with all that stands below them.
  const lines = new Map<string, string>()
  const lineOf = (text: string): string => {
    const line = lines.get(text) ?? cleanLine(text)
    lines.set(text, line)
    return line
  }
  const base = (kind: ItemKind, of: Card | BlockItem | ChapterItem) => ({
    kind,
    file_id: lineOf(of.fileId),
    chapter_id: of.chapterId,
    chapter_tree: of.chapterTree.map(lineOf),
    title: lineOf(of.chapterTree.at(-1) ?? titles.get(of.path) ?? ''),
    start_line: 'line' in of ? of.line : of.startLine,
    end_line: of.endLine,
    source_sha256: hashes.get(of.path) ?? ''
  })
  return withTopics([
    ...cards.map((card, index) => cardEntry(card, guids[index] ?? '', base('qa', card))),
    ...blocks.map((block) => blockEntry(block, base('block', block))),
    ...chapters.map((chapter) => chapterEntry(chapter, base('chapter', chapter)))
  ])
}

type Base = Pick<
  DatasetItem,
  | 'kind'
  | 'file_id'
  | 'chapter_id'
  | 'chapter_tree'
  | 'title'
  | 'start_line'
  | 'end_line'
  | 'source_sha256'
>

function cardEntry(card: Card, guid: string, base: Base): Entry {
  const item = orderKeys({
    ...base,
    id: `${base.file_id}#card-${guid}`,
    question: cleanText(card.question),
    answer: cleanText(card.answer),
    guid
  })
  const entry = { item, path: card.path, block: 0 }
  return card.kind === 'cloze' ? { ...entry, gap: true } : entry
}

function blockEntry(block: BlockItem, base: Base): Entry {
  const item = orderKeys({
    ...base,
    id: `${base.file_id}#block${block.index}`,
    content: cleanText(block.content),
    block_kind: block.kind,
    lang: cleanLine(block.lang ?? '')
  })
  return { item, path: block.path, block: block.index, ...untaggedAs(block) }
}

function chapterEntry(chapter: ChapterItem, base: Base): Entry {
  const item = orderKeys({
    ...base,
    id: `${base.file_id}#chapter${chapter.chapterId}`,
    title: cleanLine(chapter.title),
    content: cleanText(chapter.content)
  })
  return { item, path: chapter.path, block: 0, ...untaggedAs(chapter) }
}

function untaggedAs({ untagged }: BlockItem | ChapterItem): Pick<Entry, 'untagged'> {
  return untagged ? { untagged } : {}
}

/** A part of a captured chapter, or something made of it, as an item of its own. */
export function entryFrom(
  { item, path, untagged, topic }: Entry,
  change: Pick<DatasetItem, 'id' | 'content'> & Partial<DatasetItem>
): Entry {
  const entry: Entry = { item: orderKeys({ ...item, ...change }), path, block: 0 }
  if (untagged) entry.untagged = untagged
  // A part with a title of its own is another topic.
  if (topic !== undefined && entry.item.title === item.title) entry.topic = topic
  return entry
}

function orderKeys(known: Base & Pick<DatasetItem, 'id'> & Partial<DatasetItem>): DatasetItem {
  return {
    id: known.id,
    kind: known.kind,
    file_id: known.file_id,
    chapter_id: known.chapter_id,
    chapter_tree: known.chapter_tree,
    title: known.title,
    question: known.question ?? '',
    answer: known.answer ?? '',
    content: known.content ?? '',
    block_kind: known.block_kind ?? '',
    lang: known.lang ?? '',
    start_line: known.start_line,
    end_line: known.end_line,
    source_sha256: known.source_sha256,
    guid: known.guid ?? '',
    split: known.split ?? 'train'
  }
}

/** The text that an item teaches. */
export function textOf({ kind, question, answer, content }: DatasetItem): string {
  return kind === 'qa' ? `${question} ${answer}` : content
}
