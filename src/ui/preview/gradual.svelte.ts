import { SvelteSet } from 'svelte/reactivity'
import type { PieceGroup } from '../../state/preview/piece-groups.ts'

/** Characters of HTML that are drawn in one go: so many never hold up a key. */
const step = 40_000
const lineHeight = 26

/** Which groups of a document are drawn: a long one grows, and the page goes on hearing keys. */
export class Gradual {
  #upTo = $state(0)
  #early = new SvelteSet<number>()

  /** Grows until all is drawn; gives back how to stop. `groups` are read anew for each step. */
  start(groups: () => PieceGroup[]): () => void {
    this.#grow(groups())
    let turn = requestAnimationFrame(grow)
    const more = () => this.#grow(groups())
    function grow(): void {
      if (more()) turn = requestAnimationFrame(grow)
    }
    return () => cancelAnimationFrame(turn)
  }

  has(group: PieceGroup, at: number): boolean {
    return at < this.#upTo || this.#early.has(group.key)
  }

  /** Draws a group, and those that are seen beside it, before its turn. */
  draw(groups: PieceGroup[], at: number): void {
    for (const { key } of groups.slice(Math.max(0, at - 2), at + 3)) this.#early.add(key)
  }

  drawAll(): void {
    this.#upTo = Infinity
  }

  #grow(groups: PieceGroup[]): boolean {
    let left = step
    let upTo = this.#upTo
    for (; upTo < groups.length && left > 0; upTo++) left -= sizeOf(groups[upTo])
    this.#upTo = upTo < groups.length ? upTo : Infinity
    return upTo < groups.length
  }
}

/** About how high a group is, in pixels, before anybody has seen it. */
export function heightOf(group: PieceGroup): number {
  return Math.round((sizeOf(group) / 90) * lineHeight + group.pieces.length * 12)
}

function sizeOf(group: PieceGroup | undefined): number {
  return group?.pieces.reduce((sum, { html }) => sum + html.length, 0) ?? 0
}
