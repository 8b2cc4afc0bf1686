/** A pane that shows the open document from top to bottom. */
export type ScrollPane = 'editor' | 'preview'

/** How far a pane is scrolled. */
export interface ScrollPlace {
  source: ScrollPane
  path: string
  /** The line at its top, from 1; `12.5` is half way through line 12. */
  line: number
  /** Whether its end is in sight, which the other pane shows then, too. */
  showsEnd?: boolean
}

/**
 * Keeps editor and preview at the same place. Only the pane in somebody's hands leads; the other
 * follows, and what it says of its own scrolling meanwhile is no wish of anybody's.
 */
export class ScrollLink {
  /** Where the leader has gone last: what follows goes there, and if only once it can. */
  place = $state.raw<ScrollPlace>()
  #leader: ScrollPane | undefined

  /** A pane is touched: by wheel, finger, key or pointer. It follows no longer. */
  lead(pane: ScrollPane): void {
    this.#leader = pane
    if (this.place && this.place.source !== pane) this.place = undefined
  }

  /** Both panes go somewhere by themselves: nobody leads until one is touched again. */
  rest(): void {
    this.#leader = undefined
    this.place = undefined
  }

  /** A pane has scrolled; it counts if the pane leads. */
  tell(place: ScrollPlace): void {
    if (place.source === this.#leader) this.place = place
  }
}
