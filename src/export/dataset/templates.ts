import { ExportError } from '../exporter.ts'
import type { Entry, ItemKind } from './items.ts'
import type { TrainingRecord } from './training/training.ts'

/** How an item becomes a record: text with `{placeholders}` for each of the three keys (D2). */
export type Template = TrainingRecord

export type Templates = Record<ItemKind, Template>

/** The usual records (the table of D2). */
export const defaultTemplates: Templates = {
  qa: { instruction: '{question}', input: '{context}', output: '{answer}' },
  block: { instruction: 'Q={file_id}#block{N}', input: '{context}', output: '{content}' },
  chapter: {
    instruction: 'file_id: {file_id}\nchapter_id: {chapter_id}\nchapter tree: {chapter_tree}',
    input: '',
    output: '{content}'
  }
}

const FILL = new Map<string, (entry: Entry, separator: string) => string>([
  ['question', ({ item }) => item.question],
  ['answer', ({ item }) => item.answer],
  ['content', ({ item }) => item.content],
  ['context', ({ item }, separator) => item.chapter_tree.join(separator)],
  ['chapter_tree', ({ item }, separator) => item.chapter_tree.join(separator)],
  ['title', ({ item }) => item.title],
  ['file_id', ({ item }) => item.file_id],
  ['chapter_id', ({ item }) => item.chapter_id],
  ['block_kind', ({ item }) => item.block_kind],
  ['lang', ({ item }) => item.lang],
  ['guid', ({ item }) => item.guid],
  ['N', ({ block }) => String(block)]
])

/** Fills a template once: braces inside what was filled in stay as they are. */
export function fillTemplate(template: Template, entry: Entry, separator: string): TrainingRecord {
  const fill = (text: string): string =>
    text.replace(
      /\{(\w+)\}/g,
      (braces, name: string) => FILL.get(name)?.(entry, separator) ?? braces
    )
  return {
    instruction: fill(template.instruction),
    input: fill(template.input),
    output: fill(template.output)
  }
}

/** Throws `ExportError` at a placeholder that does not exist, before a dataset is full of it. */
export function checkTemplates(templates: Templates): void {
  for (const [kind, template] of Object.entries(templates)) {
    for (const key of ['instruction', 'input', 'output'] as const) {
      const used = [...template[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      const unknown = used.find((name) => !FILL.has(name))
      if (unknown === undefined) continue
      throw new ExportError(
        `The template for ${kind}, ${key}, has the unknown placeholder {${unknown}}. ` +
          `Known are ${[...FILL.keys()].map((name) => `{${name}}`).join(', ')}.`
      )
    }
  }
}
