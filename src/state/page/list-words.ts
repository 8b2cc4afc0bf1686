import type { ListName } from './view.svelte.ts'

/** What a button that shows a list is called. */
export const showWords: Record<ListName, string> = {
  cards: 'Show cards',
  blocks: 'Show blocks',
  chapters: 'Show chapters',
  problems: 'Show problems'
}
