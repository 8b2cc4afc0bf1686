import { ExportError } from '../exporter.ts'
import { sha256Hex } from '../sha256-hex.ts'
import type { Entry, Split } from './items.ts'

export interface SplitChoice {
  seed: number
  /** Share of items to validate with. */
  fraction: number
  /** Paths of the files that validate; empty: by hash. */
  files: string[]
}

export interface SplitResult {
  /** One side for each entry, in their order. */
  sides: Split[]
  /** What was kept whole: `marked files`, `top-level chapters`, `chapters at level N`, `items`. */
  level: string
}

/** Beyond this share of the items a group is too much to give away for validation. */
const MOST = 1 / 3

/**
 * Parts entries into training and validation (D4): never an empty side with two entries or more,
 * the same for the same seed, and a group goes where it went before when others come or go. Groups
 * are the regions of top-level chapters, so that a chapter's question, blocks and text stay
 * together; where that gives no part of a fair size, the next level down, at last single items.
 */
export function splitEntries(entries: Entry[], choice: SplitChoice): SplitResult {
  if (choice.files.length > 0) return splitByFiles(entries, choice.files)
  const depths = entries.map(({ item }) => item.chapter_id.split('.').length)
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 1)
  for (let depth = 1; depth <= deepest; depth++) {
    const keys = entries.map((entry) => regionKey(entry, depth))
    const validation = pickGroups(keys, choice, MOST, wholeKeys(entries, keys, depth))
    if (validation) {
      const level = depth === 1 ? 'top-level chapters' : `chapters at level ${depth}`
      return { sides: sidesOf(keys, validation), level }
    }
  }
  const keys = entries.map(({ item }) => JSON.stringify([item.kind, item.id]))
  const chapters = new Set(keys.filter((_, at) => entries[at]?.item.kind === 'chapter'))
  const validation =
    pickGroups(keys, choice, 1 / 2, chapters) ?? pickGroups(keys, choice, 1 / 2) ?? new Set()
  return { sides: sidesOf(keys, validation), level: 'items' }
}

function regionKey({ item }: Entry, depth: number): string {
  return JSON.stringify([item.file_id, item.chapter_id.split('.').slice(0, depth).join('.')])
}

/**
 * Groups of chapters above the level, captured whole: such an item holds the text of the groups
 * below it, so validating with it would be validating with what is trained on.
 */
function wholeKeys(entries: Entry[], keys: string[], depth: number): Set<string> {
  return new Set(
    keys.filter((_, at) => {
      const item = entries[at]?.item
      return item?.kind === 'chapter' && item.chapter_id.split('.').length < depth
    })
  )
}

/** The groups to validate with, or nothing where none is small enough for `most` of all items. */
function pickGroups(
  keys: string[],
  choice: SplitChoice,
  most: number,
  barred: Set<string> = new Set()
): Set<string> | undefined {
  const sizes = new Map<string, number>()
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  if (sizes.size < 2) return undefined
  const limit = Math.max(most, choice.fraction) * keys.length
  const hashed = [...sizes.keys()]
    .filter((key) => !barred.has(key))
    .map((key) => ({ key, hash: sha256Hex(JSON.stringify([choice.seed, key])) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const picked = new Set<string>()
  let count = 0
  for (const { key, hash } of hashed) {
    const wanted = parseInt(hash.slice(0, 8), 16) / 2 ** 32 < choice.fraction || picked.size === 0
    const size = sizes.get(key) ?? 0
    if (!wanted || count + size > limit) continue
    picked.add(key)
    count += size
  }
  return picked.size > 0 ? picked : undefined
}

function sidesOf(keys: string[], validation: Set<string>): Split[] {
  return keys.map((key) => (validation.has(key) ? 'validation' : 'train'))
}

function splitByFiles(entries: Entry[], files: string[]): SplitResult {
  const marked = new Set(files)
  const sides = entries.map(({ path }): Split => (marked.has(path) ? 'validation' : 'train'))
  if (!sides.includes('validation')) {
    throw new ExportError(
      `Nothing is captured in the files marked for validation (${files.join(', ')}). Mark another.`
    )
  }
  if (!sides.includes('train')) {
    throw new ExportError(
      'All that is captured stands in files marked for validation, so nothing is left to train on. ' +
        'Take the mark from one of them.'
    )
  }
  return { sides, level: 'marked files' }
}
