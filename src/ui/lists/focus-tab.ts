import { tick } from 'svelte'
import type { ListName } from '../../state/page/view.svelte.ts'

/** Puts the focus on a list's tab, once it is drawn, so that the next Tab enters the list. */
export async function focusTab(list: ListName): Promise<void> {
  await tick()
  document.getElementById(`tab-${list}`)?.focus()
}
