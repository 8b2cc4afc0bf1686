import { say } from '../../../say/say.ts'
import { ExportError } from '../../contract.ts'
import { type Group, pickGroups } from '../items/groups.ts'
import type { Entry, Split } from '../items/item.ts'
import { paragraphsOf, textKeys } from '../items/paragraphs.ts'
import { type Part, partKey, type SplitResult } from '../parts.ts'
import { Passages } from '../items/passages.ts'
import type { Sections } from '../items/sections.ts'
import { teaches } from '../items/teaching.ts'
import { tieGroups } from './tie-groups.ts'

export interface SplitChoice {
  seed: number
  /** Share of items to validate with. */
  fraction: number
  /** Questions to check with, at least, where there is room. */
  cards?: number
  /** Each chapter stands for itself, so that what to check with is spread over the files. */
  single?: boolean
  /** Paths of files that validate; empty: by hash. */
  files: string[]
}

/** What is given up where nothing can be kept apart otherwise: most questions to learn from, then texts. */
const STRAITS = [false, true].flatMap((evenIdle) =>
  [false, true].map((evenMostCards) => ({ evenIdle, evenMostCards }))
)
/** A group should give away at most this share for validation; half where nothing smaller is. */
const SHARES = [1 / 3, 1 / 2]

/**
 * Parts entries into training and validation (D4): never an empty side, the same for the same seed,
 * no chapter on both sides. Groups are the regions of top-level chapters, so that a chapter's question,
 * blocks and text stay together, tied where they share a paragraph; where that gives no part of a fair
 * size, or too few of the questions asked for, the next level down, at last single passages. A chapter captured whole
 * above that level is parted.
 */
export function splitEntries(
  entries: Entry[],
  choice: SplitChoice,
  sections: Sections
): SplitResult {
  if (choice.files.length > 0) return splitByFiles(entries, choice.files)
  // Whatever is wished for, the groups are the same.
  const levels = new Map<number, ReturnType<typeof tieGroups>>()
  const tiedAt = (depth: number) => {
    const known = levels.get(depth) ?? tiedGroupsAt(entries, depth, sections)
    levels.set(depth, known)
    return known
  }
  let passages: Passages | undefined
  const deepest = entries.reduce((most, { item }) => Math.max(most, depthOf(item.chapter_id)), 1)
  for (const straits of STRAITS) {
    for (const most of SHARES) {
      const wish = { ...choice, most, ...straits }
      // Below the deepest item there may be chapters that a captured one holds.
      const last = Math.max(deepest + 1, 6)
      const depths = Array.from({ length: last }, (_, at) => at + 1)
      if (choice.single) depths.unshift(last)
      let best: { result: SplitResult; cards: number } | undefined
      for (const depth of depths) {
        const tied = tiedAt(depth)
        const picked = pickGroups(tied.groups, wish)
        if (!picked) continue
        const members = new Set([...picked].flatMap((key) => tied.members.get(key) ?? []))
        const result = splitAtDepth(entries, depth, members, sections)
        if (depth === last && choice.single) return { ...result, level: 'single chapters' }
        const cards = cardsToCheckWith(entries, result)
        if (!best || cards > best.cards) best = { result, cards }
        if (cards >= (choice.cards ?? 0)) break
      }
      if (best) return best.result
      passages ??= new Passages(entries, sections)
      const parted = passages.split(wish)
      if (parted) return parted
    }
  }
  throw new ExportError(
    say(
      'The whole dataset is one passage, so nothing can be kept apart to check with. Add another paragraph, chapter or question.'
    )
  )
}

function cardsToCheckWith(entries: Entry[], { sides }: SplitResult): number {
  return entries.filter(({ item }, at) => item.kind === 'qa' && sides[at] === 'validation').length
}

function depthOf(chapterId: string): number {
  return chapterId.split('.').length
}

function regionKey({ item }: Entry, depth: number, chapterId = item.chapter_id): string {
  return JSON.stringify([item.file_id, chapterId.split('.').slice(0, depth).join('.')])
}

/** By titles, not numbers: a chapter that comes or goes gives all after it other numbers. */
function regionName({ item, path }: Entry, depth: number, chapterId: string, sections: Sections) {
  const id = chapterId.split('.').slice(0, depth).join('.')
  return JSON.stringify([item.file_id, sections.nameOf(path, id) ?? id])
}

/**
 * Groups at a level with their sizes, tied where they share a paragraph. A chapter above the level that
 * is captured whole cannot validate: its group would take the text of those below with it.
 */
function tiedGroupsAt(entries: Entry[], depth: number, sections: Sections) {
  const groups = new Map<string, Group>()
  const paragraphs = new Map<string, Set<number>>()
  const groupOf = (entry: Entry, chapterId = entry.item.chapter_id): Group => {
    const key = regionKey(entry, depth, chapterId)
    const known = groups.get(key)
    if (known) return known
    const name = regionName(entry, depth, chapterId, sections)
    const group: Group = { key, name, size: 0, idle: true, cards: 0, file: entry.item.file_id }
    groups.set(key, group)
    paragraphs.set(key, new Set())
    return group
  }
  const hold = (group: Group, keys: number[]) => {
    const held = paragraphs.get(group.key)
    for (const key of keys) held?.add(key)
  }
  for (const entry of entries) {
    const { kind, chapter_id } = entry.item
    const group = groupOf(entry)
    group.size++
    if (kind === 'qa') group.cards = (group.cards ?? 0) + 1
    const isAbove = kind === 'chapter' && depthOf(chapter_id) < depth
    const region = isAbove ? sections.region(entry.path, chapter_id) : []
    if (region.length > 1) continue
    hold(group, paragraphsOf(entry.item))
    if (teaches(entry)) group.idle = false
  }
  for (const entry of entries) {
    const { kind, chapter_id } = entry.item
    if (kind !== 'chapter' || depthOf(chapter_id) >= depth) continue
    const region = sections.region(entry.path, chapter_id)
    if (region.length < 2) continue
    const own = new Map(
      sections.of(entry.path).chapters.map(({ chapterId, content }) => [chapterId, content])
    )
    for (const id of region) {
      const group = groupOf(entry, id)
      const keys = textKeys(own.get(id) ?? '')
      hold(group, keys)
      if (keys.length > 0) group.idle = false
      if (id === chapter_id) group.barred = true
      // A chapter that nothing was captured of becomes an item when it validates.
      else if (group.size === 0) group.size = 1
    }
  }
  return tieGroups([...groups.values()], paragraphs)
}

function splitAtDepth(
  entries: Entry[],
  depth: number,
  picked: Set<string>,
  sections: Sections
): SplitResult {
  const sideOf = (entry: Entry, id?: string): Split =>
    picked.has(regionKey(entry, depth, id)) ? 'validation' : 'train'
  const parted = new Map<string, Part[]>()
  for (const entry of entries) {
    const { kind, chapter_id } = entry.item
    if (kind !== 'chapter' || depthOf(chapter_id) >= depth) continue
    const region = new Set(sections.region(entry.path, chapter_id))
    // One that holds no other chapter has one side.
    if (region.size < 2) continue
    if (![...region].some((id) => sideOf(entry, id) === 'validation')) continue
    const own = sections.of(entry.path).chapters.filter(({ chapterId }) => region.has(chapterId))
    parted.set(
      partKey(entry),
      own.map(({ chapterId, content, startLine, endLine }) => ({
        chapterId,
        text: content,
        startLine,
        endLine,
        split: sideOf(entry, chapterId)
      }))
    )
  }
  const level = depth === 1 ? 'top-level chapters' : `chapters at level ${depth}`
  return { sides: entries.map((entry) => sideOf(entry)), level, parted }
}

function splitByFiles(entries: Entry[], files: string[]): SplitResult {
  const marked = new Set(files)
  const sides = entries.map(({ path }): Split => (marked.has(path) ? 'validation' : 'train'))
  if (!sides.includes('validation')) {
    throw new ExportError(
      say('Nothing of the files marked for validation is in the dataset ({files}). Mark another.', {
        files: files.join(', ')
      })
    )
  }
  if (!sides.includes('train')) {
    throw new ExportError(
      say(
        'The whole dataset stands in files marked for validation, so nothing is left to train on. Take the mark from one of them.'
      )
    )
  }
  return { sides, level: 'marked files', parted: new Map() }
}
