import type { ExportInput } from '../../contract.ts'
import { ankiNotes } from '../../anki/deck/anki-notes.ts'
import { ankiJsonText } from '../../anki/json/anki-json.ts'
import { ankiTextText } from '../../anki/text/anki-text.ts'
import { cleanText } from '../../../render/clean-text.ts'
import { again } from './again.ts'
import type { ArchiveFile } from './archive.ts'
import { chatRow } from '../records/chat.ts'
import { promptRow } from '../trainers/prompt-row.ts'
import { type RowFile, rowsFile } from './row-file.ts'
import { promptStyleFor } from '../training/prompt-styles.ts'
import type { Row } from '../records/record.ts'
import type { Piece } from '../records/text-pieces.ts'
import { corpusText } from '../records/corpus.ts'
import { type ItemKind, itemKinds, type Split } from '../items/item.ts'
import { jsonList, jsonRows } from '../records/json-rows.ts'
import type { DatasetContent } from './read-dataset.ts'
import { isEnoughText } from '../training/sizes.ts'
import type { DatasetStats } from '../training/training.ts'

/** One file of items/ and what it holds. */
export interface ItemFile extends RowFile {
  kind: ItemKind
  split: Split
}

/** items/<kind>-<split>.jsonl, without the empty ones: those break the loader (D3). */
export function itemFiles({ samples }: DatasetContent): ItemFile[] {
  const splits: Split[] = ['train', 'validation']
  return itemKinds.flatMap((kind) =>
    splits.flatMap((split): ItemFile[] => {
      const found = samples.filter(({ item }) => item.kind === kind && item.split === split)
      if (found.length === 0) return []
      const text = again(() => jsonRows(map(found, ({ item }) => item)))
      return [{ path: `items/${kind}-${split}.jsonl`, text, kind, split, rows: found.length }]
    })
  )
}

/** What trainers read: litgpt/ and chat/ (D2). */
export function recordFiles(content: DatasetContent): ArchiveFile[] {
  const { train, validation, text, cards, options } = content
  const list = (rows: Row[]) => again(() => jsonList(map(rows, ({ record }) => record)))
  const corpus = corpusText(cards, options.separator)
  const texts = hasText(content)
    ? [
        { path: 'litgpt/text/train/train.txt', text: runningText(text.train) },
        { path: 'litgpt/text/val/val.txt', text: runningText(text.validation) }
      ]
    : []
  return [
    { path: 'litgpt/train.json', text: list(train) },
    { path: 'litgpt/val.json', text: list(validation) },
    ...texts,
    ...(corpus === '' ? [] : [{ path: 'litgpt/training_corpus.txt', text: [corpus] }])
  ]
}

/** Stretches of text with an empty line between. */
function runningText(pieces: Piece[]): Iterable<string> {
  const last = pieces.at(-1)
  return again(() => map(pieces, (piece) => `${piece.text}${piece === last ? '\n' : '\n\n'}`))
}

/**
 * Where each record is from, row for row: those of litgpt/, which all others with records follow, and those of
 * text/. The files themselves may hold no other keys (D2).
 */
export function sourceRowFiles(content: DatasetContent): ArchiveFile[] {
  const { train, validation, text, hashes } = content
  const place = ({ path, startLine, endLine }: Piece) => ({
    path: cleanText(path),
    start_line: startLine,
    end_line: endLine,
    source_sha256: hashes.get(path) ?? ''
  })
  return [
    rowsFile('litgpt/train.sources.jsonl', train, sourceRow),
    rowsFile('litgpt/val.sources.jsonl', validation, sourceRow),
    ...(hasText(content)
      ? [
          rowsFile('text/train.sources.jsonl', text.train, place),
          rowsFile('text/validation.sources.jsonl', text.validation, place)
        ]
      : [])
  ]
}

/** A record begins where its lead-in does. */
function sourceRow({ item, path, wording, lead }: Row) {
  const { id, end_line, source_sha256 } = item
  const start_line = lead?.line ?? item.start_line
  return { id, wording, path: cleanText(path), start_line, end_line, source_sha256 }
}

/** A folder of files that trainers load: a form of the records, or the text. */
export interface FormFiles {
  form: 'chat' | 'prompt' | 'text'
  files: RowFile[]
}

/** The records as messages, and as prompt and completion; the text, a chapter or card a line. */
export function formFiles(content: DatasetContent): FormFiles[] {
  const style = promptStyleFor(content.options)
  const both = (form: 'chat' | 'prompt', worded: (row: Row) => object): FormFiles => ({
    form,
    files: [
      rowsFile(`${form}/train.jsonl`, content.train, worded),
      rowsFile(`${form}/validation.jsonl`, content.validation, worded)
    ]
  })
  const texts = (['train', 'validation'] as const).map((split): RowFile =>
    rowsFile(`text/${split}.jsonl`, content.text[split], ({ text }) => ({ text }))
  )
  return [
    both('chat', ({ record }) => chatRow(record)),
    both('prompt', ({ record }) => promptRow(record, style)),
    ...(hasText(content) ? [{ form: 'text' as const, files: texts }] : [])
  ]
}

/** Whether there is text for both sides: one without the other is of no use. */
export function hasText({ text }: DatasetContent): boolean {
  return text.train.length > 0 && text.validation.length > 0
}

/** Whether so much text is there that pretraining on it is offered. */
export function canPretrain(content: DatasetContent, stats: DatasetStats): boolean {
  return hasText(content) && isEnoughText(stats)
}

/** The same cards as the deck's, same guids; none where there is no card. */
export function ankiFiles(input: ExportInput, { options, guids }: DatasetContent): ArchiveFile[] {
  if (input.compilation.cards.length === 0) return []
  const notes = ankiNotes(input, options.anki, guids)
  return [
    { path: 'anki/anki_cards.json', text: [ankiJsonText(notes)] },
    { path: 'anki/anki_cards.txt', text: [ankiTextText(notes, options.anki)] }
  ]
}

/** The Markdown itself, where it is asked for, under safe relative paths. */
export function sourceFiles(input: ExportInput, { options }: DatasetContent): ArchiveFile[] {
  if (!options.sources) return []
  return input.files.map(({ path, text }) => {
    const levels = path.split(/[/\\]/).filter((level) => !['', '.', '..'].includes(level))
    return { path: `sources/${cleanText(levels.join('/'))}`, text: [cleanText(text)] }
  })
}

function* map<From, To>(values: From[], change: (value: From) => To): Generator<To> {
  for (const value of values) yield change(value)
}
