import { say } from '../../../say/say.ts'
import type { Compilation } from '../../../document/model.ts'
import { ExportError } from '../../contract.ts'
import type { Entry } from './item.ts'
import type { DatasetOptions } from '../options.ts'
import { type PresetName, presetOf, type Template, type Templates } from '../presets.ts'
import { promptStyleFor } from '../training/prompt-styles.ts'
import type { TrainingRecord, WordedRecord } from '../records/record.ts'
import { openWordings, studyWordings, type WordingName, wordings } from './wordings.ts'

const FILL = new Map<string, (entry: Entry, separator: string) => string>([
  ['question', ({ item }) => item.question],
  ['answer', ({ item }) => item.answer],
  ['content', ({ item, lead }) => (lead ? `${lead.text}\n\n${item.content}` : item.content)],
  ['text', ({ item }) => withoutHeading(item.content)],
  ['passage', ({ passage }) => passage ?? ''],
  ['beginning', ({ item }) => beginningOf(item.content)],
  ['above', (entry, separator) => titlesAbove(entry).join(separator)],
  ['context', ({ item }, separator) => item.chapter_tree.join(separator)],
  ['chapter_tree', ({ item }, separator) => item.chapter_tree.join(separator)],
  ['title', ({ item }) => item.title],
  ['topic', ({ item, topic }) => topic || item.title],
  ['file_id', ({ item }) => item.file_id],
  ['chapter_id', ({ item }) => item.chapter_id],
  ['block_kind', ({ item }) => item.block_kind],
  ['lang', ({ item }) => item.lang],
  ['guid', ({ item }) => item.guid],
  ['N', ({ block }) => String(block)]
])

/** A content without the heading that it begins with, for who is asked which one it is. */
function withoutHeading(content: string): string {
  return content.replace(/^(?:#{1,6}[ \t][^\n]*|[^\n]+\n(?:=+|-+)[ \t]*)\n+(?=[^\n])/, '')
}

/** Letters of a beginning, at most. */
const BEGINNING = 40

/** The first words of a text, half of its first line at most, without what makes a heading, list or quote of it. */
function beginningOf(content: string): string {
  const lines = content.split('\n').filter((line) => !/^[ \t>]*(?:`{3}|~{3})/.test(line))
  const line = lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? ''
  const words = line.trim().replace(/^(?:(?:[>#|*+-]+|\d{1,9}[.)])[ \t]+)+/, '')
  const letters = Array.from(words).slice(0, Math.min(BEGINNING, Math.ceil(words.length / 2)))
  return letters
    .join('')
    .replace(/(?<=\s)\S*$/, '')
    .trim()
}

/** The titles above a chapter, but for what its topic says already. */
function titlesAbove({ item, topic }: Entry): string[] {
  const [, ...above] = item.chapter_tree.toReversed()
  return above.reverse().filter((title) => !topic?.startsWith(`${title}: `))
}

/** What a template may ask for, without the braces. */
export const placeholders: string[] = [...FILL.keys()]

/** The preset that `auto` stands for in a project: study where something is taken in that no tag asked for. */
export function presetFor(
  preset: DatasetOptions['preset'],
  { blocks, chapters }: Pick<Compilation, 'blocks' | 'chapters'>
): PresetName {
  if (preset !== 'auto') return preset
  const isPlain = [blocks, chapters].some((items) => items.some(({ untagged }) => untagged))
  return isPlain ? 'study' : 'seed'
}

/** The templates of the chosen preset, with those over them that the person wrote. */
export function templatesOf({ preset, templates }: DatasetOptions): Templates {
  const usual = presetOf(preset).templates
  const names = wordings.map(({ name }) => name).filter((name) => usual[name])
  return Object.fromEntries(names.map((name) => [name, templates[name] ?? usual[name]]))
}

/**
 * Makes the records of a dataset, one or more for an item. Prompt styles that leave out the input get
 * it as part of the instruction, after an empty line. `asksBlocks`: the preset *study* asks for blocks, too.
 */
export function recordMaker(
  options: DatasetOptions,
  asksBlocks = false
): (entry: Entry) => WordedRecord[] {
  const templates = templatesOf(options)
  checkTemplates(templates)
  const { readsInput } = promptStyleFor(options)
  const namesOf: (entry: Entry) => WordingName[] =
    options.preset === 'study'
      ? (entry) => studyWordings(entry, asksBlocks)
      : ({ item }) => [item.kind]
  return (entry) =>
    openWordings(namesOf(entry), entry, options.passages).flatMap((wording): WordedRecord[] => {
      const template = templates[wording]
      if (!template) return []
      const record = fillTemplate(template, entry, options.separator)
      if (readsInput || record.input.trim() === '') return [{ wording, record }]
      const instruction = `${record.instruction}\n\n${record.input}`
      return [{ wording, record: { instruction, input: '', output: record.output } }]
    })
}

/** What a record lacks to be one. */
export function missingPart({ record }: WordedRecord): 'instruction' | 'output' | undefined {
  return (['instruction', 'output'] as const).find((part) => record[part].trim() === '')
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
        say(
          'The template for {kind}, {key}, has the unknown placeholder {unknown}. Known are {known}.',
          {
            kind,
            key,
            unknown: `{${unknown}}`,
            known: placeholders.map((name) => `{${name}}`).join(', ')
          }
        )
      )
    }
  }
}
