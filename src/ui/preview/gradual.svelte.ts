import type { PieceGroup } from '../../state/preview/piece-groups.ts'

/** Characters of HTML that are drawn in one go: so many never hold up a key. */
const step = 40_000
/** As much as so many characters costs each piece by itself. */
const perPiece = 200
const lineHeight = 26

/** A group as it stands on the page. */
interface ShownGroup {
  key: number
  /** The newest, or the one before until its turn comes. */
  group: PieceGroup
  /** Whether its pieces are drawn, or only room is left for them. */
  drawn: boolean
}

/** The groups of a document as they are drawn: much that is new comes bit by bit, and the page goes on hearing keys. */
export class Gradual {
  shown = $state.raw<ShownGroup[]>([])
  /** Whether nothing waits for its turn. */
  isWhole = $state(true)
  #newest: readonly PieceGroup[] = []
  /** Places of groups that wait for their turn, the last of them first. */
  #waiting: number[] = []
  #turn: number | undefined
  #isPrinted = false

  /** Takes the newest groups: little that is new is drawn now, much in turns, first what stands in sight and below, `first` of which tells. */
  take(groups: readonly PieceGroup[], first: () => number): void {
    const before = new Map(this.shown.map((one) => [one.key, one]))
    const isNew = (group: PieceGroup): boolean => {
      const old = before.get(group.key)
      return !old?.drawn || old.group !== group
    }
    const news = groups.flatMap((group, at) => (isNew(group) ? [at] : []))
    const size = news.reduce((sum, at) => sum + costOf(groups[at]), 0)
    const waits = !this.#isPrinted && size > step
    const later = new Set(waits ? news : [])
    const from = waits ? first() : 0
    this.#newest = groups
    this.#waiting = [...later].sort((a, b) => Number(a >= from) - Number(b >= from) || b - a)
    this.shown = groups.map((group, at) => {
      const old = before.get(group.key)
      if (old && !isNew(group)) return old
      if (!later.has(at)) return drawn(group)
      return old?.drawn ? old : { key: group.key, group, drawn: false }
    })
    this.isWhole = !waits
    if (waits) this.#grow()
  }

  /** Draws a group, and those that are seen beside it, before its turn. */
  draw(at: number): void {
    const near = new Set(this.#waiting.filter((place) => Math.abs(place - at) <= 2))
    this.#waiting = this.#waiting.filter((place) => !near.has(place))
    this.#put([...near])
  }

  drawAll(): void {
    this.#isPrinted = true
    this.#put(this.#waiting.splice(0))
  }

  stop(): void {
    if (this.#turn !== undefined) cancelAnimationFrame(this.#turn)
  }

  #grow(): void {
    const now: number[] = []
    for (let left = step; left > 0;) {
      const at = this.#waiting.pop()
      if (at === undefined) break
      now.push(at)
      left -= costOf(this.#newest[at])
    }
    this.#put(now)
    this.stop()
    this.#turn = this.#waiting.length > 0 ? requestAnimationFrame(() => this.#grow()) : undefined
  }

  #put(places: readonly number[]): void {
    if (places.length === 0) return
    const shown = [...this.shown]
    for (const at of places) {
      const group = this.#newest[at]
      if (group) shown[at] = drawn(group)
    }
    this.shown = shown
    this.isWhole = this.#waiting.length === 0
  }
}

function drawn(group: PieceGroup): ShownGroup {
  return { key: group.key, group, drawn: true }
}

/** About how high a group is, in pixels, before anybody has seen it. */
export function heightOf(group: PieceGroup): number {
  return Math.round((sizeOf(group) / 90) * lineHeight + group.pieces.length * 12)
}

function sizeOf(group: PieceGroup): number {
  return group.pieces.reduce((sum, { html }) => sum + html.length, 0)
}

function costOf(group: PieceGroup | undefined): number {
  return group ? sizeOf(group) + group.pieces.length * perPiece : 0
}
