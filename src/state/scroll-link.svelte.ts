/** A pane that shows the open document from top to bottom. */
export type ScrollPane = 'editor' | 'preview'

/** How far a pane is scrolled. */
export interface ScrollPlace {
  source: ScrollPane
  /** The line at its top, from 1; `12.5` is half way through line 12. */
  line: number
}

/**
 * Keeps editor and preview at the same place. Only the pane in somebody's hands leads; the other
 * follows, and what it says of its own scrolling meanwhile is no wish of anybody's.
 */
export class ScrollLink {
  place = $state.raw<ScrollPlace>()
  #leader: ScrollPane | undefined

  /** A pane is touched: by wheel, finger, key or pointer. */
  lead(pane: ScrollPane): void {
    this.#leader = pane
  }

  /** Both panes go somewhere by themselves: nobody leads until one is touched again. */
  rest(): void {
    this.#leader = undefined
  }

  /** A pane has scrolled; it counts if the pane leads. */
  tell(source: ScrollPane, line: number): void {
    if (source === this.#leader) this.place = { source, line }
  }
}
