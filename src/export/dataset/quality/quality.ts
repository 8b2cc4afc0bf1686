import type { DatasetItem, Entry } from '../items/item.ts'
import { textOf } from '../items/items.ts'
import type { DatasetOptions } from '../options.ts'
import { chunksOf } from '../items/paragraphs.ts'
import { Lead } from './lead.ts'
import { type PoorItem, poorItem } from './poor-item.ts'
import { cutSentences, goesOn } from './cut-sentences.ts'
import type { QualityKind } from './rule.ts'
import { genericTitles, qualityRules } from './rules.ts'

/** What the rules leave, and what they took. */
export interface QualityResult {
  entries: Entry[]
  left: PoorItem[]
}

/**
 * Leaves out blocks and chapters that teach nothing by themselves. What a tag of the author asked
 * for stays, unless the pass is set to look at all. A heading, a lead-in and a sentence that is
 * cut at a formula go with the next block of their chapter. Where fewer than two items would be left nothing goes: a small text is better than none.
 */
export function passQuality(entries: Entry[], options: DatasetOptions): QualityResult {
  const left: PoorItem[] = []
  const kept: Entry[] = []
  const lead = new Lead()
  for (const [index, entry] of entries.entries()) {
    const rule = isLookedAt(entry, options)
      ? (ruleAgainst(entry, options) ??
        (goesOn(entry, entries[index + 1]) ? cutSentences : undefined))
      : undefined
    lead.comeTo(entry)
    // With its announcement it says enough.
    const isEnough = rule?.name === 'short' && lead.announces
    if (rule && !isEnough && !options.keptKinds.includes(rule.name)) {
      left.push(poorItem(entry, rule.name))
      lead.passOver(entry, rule.name)
    } else {
      kept.push(lead.goWith(entry))
    }
  }
  return kept.length < 2 ? { entries, left: [] } : { entries: kept, left }
}

/** Whether the pass is made: not where the person or the words of the seed want all as it is. */
function isOn({ quality, preset }: DatasetOptions): boolean {
  return quality === 'on' || (quality === 'auto' && preset !== 'seed')
}

/** Whether text that no tag asked for is told once, by a block and by a chapter. */
export function tellsOnce(options: DatasetOptions): boolean {
  return isOn(options) && !options.keptKinds.includes('repeats')
}

/** What tells whether it is judged. */
type Looked = Pick<Entry, 'path' | 'untagged'> & { item: Pick<DatasetItem, 'kind'> }

/** What the author asked for by a tag, or marked to check with, is not judged unless all is. */
export function isLookedAt({ item, path, untagged }: Looked, options: DatasetOptions): boolean {
  if (!isOn(options) || item.kind === 'qa') return false
  if (options.quality === 'on') return true
  return untagged === true && !options.validationFiles.includes(path)
}

/** The rule that takes the last of what an item says, or why it cannot be asked for. */
function ruleAgainst({ item, topic }: Entry, { preset }: DatasetOptions): QualityKind | undefined {
  let chunks = chunksOf(textOf(item))
  for (const rule of qualityRules) {
    if (chunks.length === 0) break
    chunks = rule.rest(chunks)
    if (chunks.length === 0) return rule
  }
  // *Study* asks for chapters by their titles, the other presets by where they stand.
  const isAskedByTitle = preset === 'study' && item.kind === 'chapter'
  return isAskedByTitle && topic === '' ? genericTitles : undefined
}
