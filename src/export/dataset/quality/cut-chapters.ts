import type { Sample, WordedRecord } from '../records/record.ts'
import type { Entry } from '../items/item.ts'
import { entryFrom } from '../items/items.ts'
import type { DatasetOptions } from '../options.ts'
import { chunksOf } from '../items/paragraphs.ts'
import { isLookedAt } from './quality.ts'
import { qualityRules } from './rules.ts'

/** Takes bare directives and tags out of the chapters that hold more. */
export function cutChapters(
  samples: Sample[],
  options: DatasetOptions,
  recordsOf: (entry: Entry) => WordedRecord[]
): Sample[] {
  const rules = qualityRules.filter(
    ({ name, cutsChapters }) => cutsChapters && !options.keptKinds.includes(name)
  )
  return samples.map((sample) => {
    if (sample.item.kind !== 'chapter' || !isLookedAt(sample, options)) return sample
    const chunks = chunksOf(sample.item.content)
    const rest = rules.reduce((left, rule) => rule.rest(left), chunks)
    if (rest.length === chunks.length) return sample
    const content = rest.map(({ text }) => text).join('\n\n')
    const entry = entryFrom(sample, { id: sample.item.id, content })
    return { ...entry, records: recordsOf(entry) }
  })
}
