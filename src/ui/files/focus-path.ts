import { tick } from 'svelte'

/** Puts the focus on the row of a file or folder once it is drawn there. */
export async function focusPath(path: string): Promise<void> {
  await tick()
  document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus()
}
