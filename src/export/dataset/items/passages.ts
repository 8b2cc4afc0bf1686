import { sha256Hex } from '../../shared/sha256-hex.ts'
import { type Group, pickGroups, type PickWish } from './groups.ts'
import type { Entry } from './item.ts'
import type { Sections } from './sections.ts'
import { type Part, partKey, type SplitResult } from '../parts.ts'
import { saysMore, teaches } from './teaching.ts'

/** A block of a file, or a card that stands in none that is captured. */
interface Place {
  start: number
  end: number
  text: string
}

/** A group of passages, with the cards that it holds. */
type PassageGroup = Group & { cards: number }

/**
 * Parts entries by passages: a block with the cards whose text it holds, and with what leads to it. Chapters that hold a
 * passage which validates are trained on without it.
 */
export class Passages {
  readonly #entries: Entry[]
  readonly #sections: Sections
  /** For each entry the group that it belongs to. */
  readonly #keys: string[]
  readonly #groups = new Map<string, PassageGroup>()
  readonly #blocks = new Map<string, Place[]>()
  /** For each block the first of those that a card or a lead-in ties to it, by path and index. */
  readonly #heads = new Map<Place, Place>()

  constructor(entries: Entry[], sections: Sections) {
    this.#entries = entries
    this.#sections = sections
    this.#tieEntries()
    this.#keys = entries.map((entry) => this.#keyOf(entry))
    for (const [at, entry] of entries.entries()) this.#count(entry, this.#keys[at] ?? '')
  }

  /** What `wish` gives; nothing where no passage is small enough. */
  split(wish: PickWish): SplitResult | undefined {
    const picked = pickGroups([...this.#groups.values()], wish)
    if (!picked) return undefined
    const parted = new Map<string, Part[]>()
    for (const entry of this.#entries) {
      if (entry.item.kind !== 'chapter') continue
      const parts = this.#partsOf(entry, picked)
      if (parts.some(({ split }) => split === 'validation')) parted.set(partKey(entry), parts)
    }
    const sides = this.#keys.map((key) => (picked.has(key) ? 'validation' : 'train'))
    // A chapter of which nothing is left would be an item without text.
    const left = [...parted.values()].every((parts) => parts.some(({ split }) => split === 'train'))
    const learns = this.#entries.some((entry, at) => {
      if (sides[at] !== 'train') return false
      if (wish.evenIdle) return true
      const parts = entry.item.kind === 'chapter' ? parted.get(partKey(entry)) : undefined
      if (!parts) return teaches(entry)
      return parts.some(({ split, text }) => split === 'train' && saysMore(text))
    })
    return left && learns ? { sides, level: 'passages', parted } : undefined
  }

  #count(entry: Entry, key: string): void {
    const { kind } = entry.item
    const group = this.#groups.get(key) ?? {
      key,
      size: 0,
      cards: 0,
      barred: kind === 'chapter',
      idle: true
    }
    group.size++
    if (kind === 'qa') group.cards++
    if (teaches(entry)) group.idle = false
    this.#groups.set(key, group)
  }

  #tieEntries(): void {
    const entries = this.#entries
    const sections = this.#sections
    const paths = new Set(entries.map(({ path }) => path))
    for (const path of paths) this.#readBlocks(entries, path)
    for (const { item, path, lead } of entries) {
      if (lead) this.#tieAll(path, lead.line, item.end_line)
    }
    if (!sections.holdQuestions) return
    for (const { item, path } of entries) {
      if (item.kind === 'qa') this.#tieAll(path, item.start_line, item.end_line)
    }
  }

  /** A name that stays when other passages come or go: it is taken from the text. */
  #keyOf(entry: Entry): string {
    const { item, path } = entry
    if (item.kind === 'block' || (item.kind === 'qa' && this.#sections.holdQuestions)) {
      const [block] = this.#within(path, item.start_line, item.end_line)
      if (block) return JSON.stringify([item.file_id, sha256Hex(this.#headOf(block).text)])
    }
    return JSON.stringify([item.file_id, item.kind, item.question || item.chapter_id])
  }

  #partsOf({ item, path }: Entry, picked: Set<string>): Part[] {
    const region = new Set(this.#sections.region(path, item.chapter_id))
    return this.#sections.of(path).blocks.flatMap(({ chapterId, content, startLine, endLine }) => {
      if (!region.has(chapterId)) return []
      const [block] = this.#within(path, startLine, endLine)
      const key = block && JSON.stringify([item.file_id, sha256Hex(this.#headOf(block).text)])
      const split = key !== undefined && picked.has(key) ? 'validation' : 'train'
      return [{ chapterId, text: content, startLine, endLine, split } as const]
    })
  }

  #readBlocks(entries: Entry[], path: string): void {
    const here = entries.filter((entry) => entry.path === path)
    const places = here.some(({ item }) => item.kind === 'chapter')
      ? this.#sections.of(path).blocks.map(({ startLine, endLine, content }) => ({
          start: startLine,
          end: endLine,
          text: content
        }))
      : here
          .filter(({ item }) => item.kind === 'block')
          .map(({ item }) => ({ start: item.start_line, end: item.end_line, text: item.content }))
    this.#blocks.set(
      path,
      places.sort((a, b) => a.start - b.start)
    )
  }

  #within(path: string, start: number, end: number): Place[] {
    const places = this.#blocks.get(path) ?? []
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[middle]?.end ?? 0) < start) low = middle + 1
      else high = middle
    }
    const found: Place[] = []
    for (let place = places[low]; place && place.start <= end; place = places[++low]) {
      found.push(place)
    }
    return found
  }

  #headOf(place: Place): Place {
    const head = this.#heads.get(place)
    return head === undefined || head === place ? place : this.#headOf(head)
  }

  #tieAll(path: string, start: number, end: number): void {
    const [first, ...others] = this.#within(path, start, end)
    for (const other of others) if (first) this.#tie(first, other)
  }

  #tie(one: Place, other: Place): void {
    const [first, second] = [this.#headOf(one), this.#headOf(other)]
    if (first !== second) this.#heads.set(second, first)
  }
}
