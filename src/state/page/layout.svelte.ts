import * as v from 'valibot'
import { keep, kept } from '../../storage/small-store.ts'

/** What stands in the middle of a wide screen. */
export const middles = ['both', 'write', 'read'] as const
export type Middle = (typeof middles)[number]

/** How far each size can go: pixels of the columns at the edge, else percent. */
export const sizeLimits = {
  side: { least: 180, most: 440, usual: 236 },
  lists: { least: 260, most: 640, usual: 320 },
  /** The editor's part of editor and preview. */
  split: { least: 20, most: 80, usual: 50 },
  /** The preview's part of the column that it shares with the lists on a middling screen. */
  rows: { least: 20, most: 80, usual: 60 }
} as const
export type SizeName = keyof typeof sizeLimits

const key = 'laegna.layout'
const schema = v.object({
  middle: v.picklist(middles),
  side: v.boolean(),
  lists: v.boolean(),
  sizes: v.object({ side: v.number(), lists: v.number(), split: v.number(), rows: v.number() })
})
const { side, lists, split, rows } = sizeLimits
const usual: v.InferOutput<typeof schema> = {
  middle: 'both',
  side: true,
  lists: true,
  sizes: { side: side.usual, lists: lists.usual, split: split.usual, rows: rows.usual }
}

/** Which panes a wide screen shows, and how large; read before the first paint, so nothing jumps. */
export class Layout {
  #now = $state.raw(kept(key, v.pipe(v.string(), v.parseJson(), schema)) ?? usual)

  get middle(): Middle {
    return this.#now.middle
  }

  /** Files and outline. */
  get side(): boolean {
    return this.#now.side
  }

  /** Cards, blocks, chapters, problems. */
  get lists(): boolean {
    return this.#now.lists
  }

  size(name: SizeName): number {
    return within(name, this.#now.sizes[name])
  }

  resize(name: SizeName, size: number): void {
    this.#set({ sizes: { ...this.#now.sizes, [name]: within(name, size) } })
  }

  showMiddle(middle: Middle): void {
    this.#set({ middle })
  }

  /** Both, the text alone, the preview alone, and round again. */
  nextMiddle(): void {
    const at = (middles.indexOf(this.middle) + 1) % middles.length
    this.#set({ middle: middles[at] ?? 'both' })
  }

  showSide(side: boolean): void {
    this.#set({ side })
  }

  showLists(lists: boolean): void {
    this.#set({ lists })
  }

  /** All panes, as large as at first. */
  reset(): void {
    this.#set(usual)
  }

  #set(part: Partial<typeof usual>): void {
    this.#now = { ...this.#now, ...part }
    keep(key, JSON.stringify(this.#now))
  }
}

function within(name: SizeName, size: number): number {
  const { least, most } = sizeLimits[name]
  return Math.round(Math.min(most, Math.max(least, size)) * 10) / 10
}
