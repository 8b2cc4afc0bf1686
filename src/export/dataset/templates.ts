import { ExportError } from '../exporter.ts'
import type { Entry } from './item.ts'
import type { DatasetOptions } from './options.ts'
import { presetOf, type Template, type Templates } from './presets.ts'
import { promptStyleFor } from './training/prompt-styles.ts'
import type { TrainingRecord } from './record.ts'

const FILL = new Map<string, (entry: Entry, separator: string) => string>([
  ['question', ({ item }) => item.question],
  ['answer', ({ item }) => item.answer],
  ['content', ({ item, lead }) => (lead ? `${lead}\n\n${item.content}` : item.content)],
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

/** What a template may ask for, without the braces. */
export const placeholders: string[] = [...FILL.keys()]

/** The templates of the chosen preset, with those over them that the person wrote. */
export function templatesOf({ preset, templates }: DatasetOptions): Templates {
  return { ...presetOf(preset).templates, ...templates }
}

/**
 * Makes the records of a dataset. Prompt styles that leave out the input get it as part of the
 * instruction, after an empty line.
 */
export function recordMaker(options: DatasetOptions): (entry: Entry) => TrainingRecord {
  const templates = templatesOf(options)
  checkTemplates(templates)
  const { readsInput } = promptStyleFor(options)
  return (entry) => {
    const record = fillTemplate(templates[entry.item.kind], entry, options.separator)
    if (readsInput || record.input.trim() === '') return record
    const instruction = `${record.instruction}\n\n${record.input}`
    return { instruction, input: '', output: record.output }
  }
}

/** Fills a template once: braces inside what was filled in stay as they are. */
function fillTemplate(template: Template, entry: Entry, separator: string): TrainingRecord {
  const fill = (text: string): string => {
    // A text that is taken over whole is not copied: contents may be large.
    const whole = /^\{(\w+)\}$/.exec(text)?.[1]
    const taken = whole === undefined ? undefined : FILL.get(whole)
    if (taken) return taken(entry, separator)
    return text.replace(
      /\{(\w+)\}/g,
      (braces, name: string) => FILL.get(name)?.(entry, separator) ?? braces
    )
  }
  return {
    instruction: fill(template.instruction),
    input: fill(template.input),
    output: fill(template.output)
  }
}

/** Throws `ExportError` at a placeholder that does not exist, before a dataset is full of it. */
function checkTemplates(templates: Templates): void {
  for (const [kind, template] of Object.entries(templates)) {
    for (const key of ['instruction', 'input', 'output'] as const) {
      const used = [...template[key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      const unknown = used.find((name) => !FILL.has(name))
      if (unknown === undefined) continue
      throw new ExportError(
        `The template for ${kind}, ${key}, has the unknown placeholder {${unknown}}. ` +
          `Known are ${placeholders.map((name) => `{${name}}`).join(', ')}.`
      )
    }
  }
}
