import ListsPane from './lists/ListsPane.svelte'
import PreviewPane from './preview/PreviewPane.svelte'

/** What a phone does not show at first, in one; see desk-parts.ts. */
export const panes = { ListsPane, PreviewPane }
