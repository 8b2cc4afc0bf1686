import * as v from 'valibot'
import { wordings } from '../items/wordings.ts'
import { itemKinds } from '../items/item.ts'

const id = v.pipe(v.string(), v.description('Of an item: <file_id>#card-…, #block…, #chapter…'))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const kind = v.picklist(itemKinds)
const side = v.object({ train: count, validation: count })
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** manifest.json: how a dataset was made, what it holds, what was left out and why. */
export const manifestSchema = v.object({
  $schema: v.literal('manifest.schema.json'),
  format: v.literal('laegna-dataset'),
  format_version: v.pipe(
    v.literal(1),
    v.description('Raised when a program that reads the zip has to be changed')
  ),
  app: v.object({ name: v.string(), version: v.string() }),
  project: v.string(),
  license: v.pipe(v.array(v.string()), v.description('Names that the headers of the files give')),
  seed: v.number(),
  settings: v.pipe(v.record(v.string(), v.unknown()), v.description('Of the project')),
  options: v.pipe(v.record(v.string(), v.unknown()), v.description('Of the export')),
  templates: v.record(
    v.picklist(wordings.map(({ name }) => name)),
    v.object({ instruction: v.string(), input: v.string(), output: v.string() })
  ),
  prompt_style: v.pipe(v.string(), v.description('Class in litgpt.prompts')),
  sources: v.array(
    v.object({
      path: v.string(),
      file_id: v.string(),
      license: v.array(v.string()),
      characters: count,
      sha256
    })
  ),
  counts: v.object({
    captured: v.object({ cards: count, blocks: count, chapters: count }),
    records: v.record(kind, count),
    rows: v.pipe(
      v.record(kind, side),
      v.description('By kind and split: rows of items/<kind>-<split>.jsonl')
    ),
    train: count,
    validation: count,
    duplicates: count,
    near_duplicates: count,
    blank: count
  }),
  split: v.object({
    by: v.pipe(v.string(), v.description('What was kept whole')),
    validation_fraction: v.number(),
    validation_files: v.array(v.string()),
    parted: v.pipe(
      v.array(v.object({ id, without: v.array(v.string()) })),
      v.description('Chapters captured whole that are trained on without what validates')
    ),
    cut: v.pipe(
      v.array(v.object({ id, paragraphs: count })),
      v.description('Chapters without so many paragraphs, which stand on the other side')
    ),
    on_both_sides: v.pipe(
      count,
      v.description('Paragraphs on both sides: files marked for validation repeat them')
    )
  }),
  weighted_cards: v.pipe(
    v.array(v.object({ id, guid: v.string(), times: count })),
    v.description(
      'Cards whose records come so many times as those of others, because a person wants it'
    )
  ),
  split_chapters: v.pipe(
    v.array(v.object({ id, into: v.array(id) })),
    v.description('Chapters longer than the model reads at once, and the items they became')
  ),
  left_out: v.object({
    duplicates: v.array(v.object({ id, same_as: id })),
    near_duplicates: v.array(v.object({ id, like: id })),
    blank: v.array(v.object({ id, missing: v.string() })),
    too_long: v.array(id),
    poor: v.pipe(
      v.array(v.object({ id, rule: v.string() })),
      v.description('It teaches nothing by itself, by a rule of the quality pass')
    ),
    across: v.array(id),
    shared: v.pipe(v.array(id), v.description('It holds a paragraph of the other side'))
  }),
  tokens: v.object({
    estimate: v.pipe(
      v.boolean(),
      v.description('Whether another tokenizer than the model’s counted')
    ),
    tokenizer: v.string(),
    train: count,
    validation: count,
    prompt: v.pipe(count, v.description('Put around each record by the prompt style')),
    longest: v.array(v.object({ id, file: v.string(), line: count, tokens: count })),
    text_train: count,
    text_validation: count
  }),
  training: v.pipe(
    v.looseObject({ warnings: v.array(v.string()) }),
    v.description('Numbers of a run as the scripts would make it')
  ),
  special_tokens: v.array(v.object({ token: v.string(), file: v.string(), line: count, id })),
  diagnostics: v.array(
    v.object({
      code: v.string(),
      severity: v.picklist(['error', 'warning', 'info']),
      file: v.string(),
      line: count,
      column: count,
      message: v.string()
    })
  ),
  files: v.pipe(
    v.array(v.object({ path: v.string(), bytes: count, sha256, rows: v.optional(count) })),
    v.description('Every other file of the zip')
  )
})

export type Manifest = v.InferOutput<typeof manifestSchema>
