import type { ExportInput } from '../exporter.ts'
import { ankiNotes } from '../anki/anki-notes.ts'
import { ankiJsonText } from '../anki-json/anki-json.ts'
import { ankiTextText } from '../anki-text/anki-text.ts'
import { cleanText } from '../clean-text.ts'
import { chatLine } from './chat.ts'
import type { Sample } from './collect.ts'
import { corpusText } from './corpus.ts'
import type { ItemKind, Split } from './items.ts'
import type { DatasetContent } from './read-dataset.ts'

/** A text file of the zip by its path. */
export interface TextFile {
  path: string
  text: string
}

/** One file of items/ and what it holds. */
export interface ItemFile extends TextFile {
  kind: ItemKind
  split: Split
  rows: number
}

/** items/<kind>-<split>.jsonl, without the empty ones: those break the loader (D3). */
export function itemFiles({ samples }: DatasetContent): ItemFile[] {
  const kinds: ItemKind[] = ['qa', 'block', 'chapter']
  const splits: Split[] = ['train', 'validation']
  return kinds.flatMap((kind) =>
    splits.flatMap((split): ItemFile[] => {
      const rows = samples.filter(({ item }) => item.kind === kind && item.split === split)
      if (rows.length === 0) return []
      const text = lines(rows.map(({ item }) => JSON.stringify(item)))
      return [{ path: `items/${kind}-${split}.jsonl`, text, kind, split, rows: rows.length }]
    })
  )
}

/** What trainers read: litgpt/ and chat/ (D2). */
export function recordFiles(input: ExportInput, content: DatasetContent): TextFile[] {
  const { train, validation, text, options } = content
  const chat = (samples: Sample[]) => lines(samples.map(({ record }) => chatLine(record)))
  const corpus = corpusText(input.compilation.cards, options.separator)
  const texts = canPretrain(content)
    ? [
        { path: 'litgpt/text/train/train.txt', text: text.train },
        { path: 'litgpt/text/val/val.txt', text: text.validation }
      ]
    : []
  return [
    { path: 'litgpt/train.json', text: json(train.map(({ record }) => record)) },
    { path: 'litgpt/val.json', text: json(validation.map(({ record }) => record)) },
    ...texts,
    { path: 'litgpt/training_corpus.txt', text: corpus },
    { path: 'chat/train.jsonl', text: chat(train) },
    { path: 'chat/validation.jsonl', text: chat(validation) }
  ].filter((file) => file.text !== '')
}

/** Whether there is text for both sides: one without the other cannot be trained on. */
export function canPretrain({ text }: DatasetContent): boolean {
  return text.train !== '' && text.validation !== ''
}

/** The same cards as the deck's, same guids; none where there is no card. */
export function ankiFiles(input: ExportInput, { options, guids }: DatasetContent): TextFile[] {
  if (input.compilation.cards.length === 0) return []
  const notes = ankiNotes(input, options.anki, guids)
  return [
    { path: 'anki/anki_cards.json', text: ankiJsonText(notes) },
    { path: 'anki/anki_cards.txt', text: ankiTextText(notes, options.anki.noteType) }
  ]
}

/** The Markdown itself, where it is asked for, under safe relative paths. */
export function sourceFiles(input: ExportInput, { options }: DatasetContent): TextFile[] {
  if (!options.sources) return []
  return input.files.map(({ path, text }) => {
    const levels = path.split(/[/\\]/).filter((level) => !['', '.', '..'].includes(level))
    return { path: `sources/${cleanText(levels.join('/'))}`, text: cleanText(text) }
  })
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}

/** Rows of JSON, one a line for every reader: some also end a line at the three escaped here. */
function lines(rows: string[]): string {
  const escape = (end: string) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`
  return rows.map((row) => row.replace(/[\u0085\u2028\u2029]/g, escape) + '\n').join('')
}
