import type { Sample, WordedRecord } from '../records/record.ts'
import type { Entry } from '../items/item.ts'
import { entryFrom } from '../items/items.ts'
import { type Chunk, chunksOf, paragraphsOf } from '../items/paragraphs.ts'
import { type PoorItem, poorItem } from './poor-item.ts'
import { isFewWords } from './weight.ts'

/**
 * Lets each paragraph be told by one block and by one chapter: of later chapters it is cut out, and a
 * block or chapter that would say nothing else is left out. What a tag asked for comes first and stays.
 */
export function tellOnce(
  samples: Sample[],
  recordsOf: (entry: Entry) => WordedRecord[]
): { samples: Sample[]; left: PoorItem[] } {
  const told = { block: new Set<number>(), chapter: new Set<number>() }
  const left: PoorItem[] = []
  for (const { item, untagged } of samples) {
    if (untagged || !(item.kind === 'block' || item.kind === 'chapter')) continue
    for (const key of paragraphsOf(item)) told[item.kind].add(key)
  }
  const kept = samples.flatMap((sample): Sample[] => {
    const { item, untagged } = sample
    if (!untagged || !(item.kind === 'block' || item.kind === 'chapter')) return [sample]
    const known = told[item.kind]
    const chunks = chunksOf(item.content)
    const fresh = chunks.filter((chunk) => !isTold(chunk, known))
    for (const { keys } of fresh) for (const key of keys) known.add(key)
    if (fresh.length === chunks.length) return [sample]
    const saysMore = fresh.some(({ isHeading, keys }) => !isHeading && keys.length > 0)
    if (!saysMore) {
      left.push(poorItem(sample, 'repeats'))
      return []
    }
    if (item.kind === 'block') return [sample]
    const content = fresh.map(({ text }) => text).join('\n\n')
    const entry = entryFrom(sample, { id: item.id, content })
    return [{ ...entry, records: recordsOf(entry) }]
  })
  return { samples: kept, left }
}

function isTold({ text, isHeading, keys }: Chunk, told: ReadonlySet<number>): boolean {
  if (isHeading || keys.length === 0 || !keys.every((key) => told.has(key))) return false
  return !isFewWords(text)
}
