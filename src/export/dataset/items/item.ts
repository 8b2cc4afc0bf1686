/** Captured items, and what a chapter may give beside its text; in the order of the files. */
export const itemKinds = ['qa', 'block', 'chapter', 'outline', 'next'] as const

export type ItemKind = (typeof itemKinds)[number]

export type Split = 'train' | 'validation'

/** A record of items/*.jsonl (D3): every key always there, in this order, `''` where it says nothing. */
export interface DatasetItem {
  id: string
  kind: ItemKind
  file_id: string
  chapter_id: string
  chapter_tree: string[]
  title: string
  question: string
  answer: string
  content: string
  block_kind: string
  lang: string
  start_line: number
  end_line: number
  source_sha256: string
  guid: string
  split: Split
}

/** An item with what the rest of the export asks of it. `split` counts only once it is split. */
export interface Entry {
  item: DatasetItem
  /** Path of the source file. */
  path: string
  /** Number of the block in its file; 0 for other kinds. */
  block: number
  /** It was taken in because everything is: no tag of the author asks for it. */
  untagged?: true
  /** By the preset it gives no record: it is an item alone. */
  silent?: true
  /** What its title stands for, where the title does not say it; empty: nothing does. */
  topic?: string
  /** Of a card: it asks for a gap of a sentence. */
  gap?: true
  /** Of a card: the text of its chapter around it, where the model is to read it. */
  passage?: string
  /** Headings and lead-ins before it that are no records: its record begins with them, and what is no title from `line` on stays with it. */
  lead?: { text: string; line: number }
}
