import { ExportError, type ExportInput } from '../exporter.ts'
import { datasetEntries, type DatasetItem, type Entry, type Split } from './items.ts'
import type { DatasetOptions } from './options.ts'
import { splitEntries } from './split.ts'
import { checkTemplates, fillTemplate } from './templates.ts'
import type { TrainingRecord } from './training/training.ts'

/** A captured item with its record and side. */
export interface Sample extends Entry {
  record: TrainingRecord
}

/** All captured items, each accounted for. */
export interface Collection {
  samples: Sample[]
  /** Items left out because an earlier one gives exactly the same record. */
  duplicates: { id: string; same_as: string }[]
  /** Items left out because their record would have no instruction or no output. */
  blank: { id: string; missing: string }[]
  /** What the split kept whole. */
  level: string
  /** Side of every captured item, those left out included. */
  sides: Map<string, Split>
}

/** From items to records on two sides. Throws `ExportError` where no sound dataset can be made. */
export function collect(
  input: ExportInput,
  options: DatasetOptions,
  guids: string[],
  seed: number
): Collection {
  checkTemplates(options.templates)
  const entries = datasetEntries(input, guids)
  const blank: Collection['blank'] = []
  const duplicates: Collection['duplicates'] = []
  const seen = new Seen()
  const kept: Sample[] = []
  for (const entry of entries) {
    const record = fillTemplate(options.templates[entry.item.kind], entry, options.separator)
    const missing = (['instruction', 'output'] as const).find((part) => record[part].trim() === '')
    const sameAs = missing ? undefined : seen.firstOf(record, entry.item.id)
    if (missing) blank.push({ id: entry.item.id, missing })
    else if (sameAs !== undefined) duplicates.push({ id: entry.item.id, same_as: sameAs })
    else kept.push({ ...entry, record })
  }
  refuseTooFew(entries.length, kept.length)
  const { sides, level } = splitEntries(kept, {
    seed,
    fraction: Math.min(Math.max(options.validationFraction || 0, 0), 0.5),
    files: options.validationFiles
  })
  const samples = kept.map((sample, index) => withSide(sample, sides[index] ?? 'train'))
  const sideOf = new Map(samples.map(({ item }) => [item.id, item.split]))
  for (const { id, same_as } of duplicates) sideOf.set(id, sideOf.get(same_as) ?? 'train')
  return { samples, duplicates, blank, level, sides: sideOf }
}

/** Finds equal records without putting their texts together into one long key. */
class Seen {
  readonly #byOutput = new Map<string, Map<string, string>>()

  /** The item that gave the same record before; where there is none, this one will be it. */
  firstOf({ instruction, input, output }: TrainingRecord, id: string): string | undefined {
    const alike = this.#byOutput.get(output) ?? new Map<string, string>()
    const prompt = `${instruction}\0${input}`
    const same = alike.get(prompt)
    if (same === undefined) this.#byOutput.set(output, alike.set(prompt, id))
    return same
  }
}

function withSide(sample: Sample, split: Split): Sample {
  const item: DatasetItem = { ...sample.item, split }
  return { ...sample, item }
}

function refuseTooFew(captured: number, kept: number): void {
  if (captured === 0) {
    throw new ExportError(
      'Nothing is captured yet, so there is nothing to train on. Set “capture” to “all” to take ' +
        'every chapter, or put [/BLOCKREAD/], [/CHAPTREEREAD/] or question and answer tags into the text.'
    )
  }
  if (kept < 2) {
    const why =
      captured > kept ? ` (of ${captured} captured, the others repeat it or are blank)` : ''
    throw new ExportError(
      `Only ${kept === 1 ? 'one item' : 'blank items'} can be trained on${why}, and a dataset needs ` +
        'two: one to learn from and one to check with. Capture one more block, chapter or question.'
    )
  }
}
