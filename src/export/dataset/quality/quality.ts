import type { Entry } from '../item.ts'
import { textOf } from '../items.ts'
import type { DatasetOptions } from '../options.ts'
import { chunksOf } from '../paragraphs.ts'
import { Lead } from './lead.ts'
import type { QualityRule } from './rule.ts'
import { qualityRules } from './rules.ts'

/** A record that a rule left out. */
export interface PoorItem {
  id: string
  rule: string
  path: string
  line: number
  /** Its first words, to show it. */
  text: string
}

/** What the rules leave, and what they took. */
export interface QualityResult {
  entries: Entry[]
  left: PoorItem[]
}

const SHOWN = 120

/**
 * Leaves out blocks and chapters that teach nothing by themselves. What a tag of the author asked
 * for stays, unless the pass is set to look at all. A heading and a lead-in go with the next block of
 * their chapter. Where fewer than two items would be left nothing goes: a small text is better than none.
 */
export function passQuality(entries: Entry[], options: DatasetOptions): QualityResult {
  if (!isOn(options)) return { entries, left: [] }
  const left: PoorItem[] = []
  const kept: Entry[] = []
  const lead = new Lead()
  for (const entry of entries) {
    const { item, path } = entry
    const rule = isLookedAt(entry, options) ? ruleAgainst(entry) : undefined
    lead.comeTo(entry)
    // With its announcement it says enough.
    const isEnough = rule?.name === 'short' && lead.announces
    if (rule && !isEnough && !options.keptKinds.includes(rule.name)) {
      const text = item.content.slice(0, SHOWN)
      left.push({ id: item.id, rule: rule.name, path, line: item.start_line, text })
      lead.passOver(entry, rule.name)
    } else {
      kept.push(lead.goWith(entry))
    }
  }
  return kept.length < 2 ? { entries, left: [] } : { entries: kept, left }
}

function isOn({ quality, preset }: DatasetOptions): boolean {
  return quality === 'on' || (quality === 'auto' && preset !== 'seed')
}

/** What the author asked for by a tag, or marked to check with, is not judged unless all is. */
function isLookedAt({ item, path, untagged }: Entry, options: DatasetOptions): boolean {
  if (item.kind === 'qa') return false
  if (options.quality === 'on') return true
  return untagged === true && !options.validationFiles.includes(path)
}

/** The rule that takes the last of what an item says. */
function ruleAgainst({ item }: Entry): QualityRule | undefined {
  let chunks = chunksOf(textOf(item))
  for (const rule of qualityRules) {
    if (chunks.length === 0) break
    chunks = rule.rest(chunks)
    if (chunks.length === 0) return rule
  }
  return undefined
}
