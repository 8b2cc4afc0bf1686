/** The entries of a menu, in their order. */
export function menuItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

/** Moves the focus through a menu with the arrows, Home and End, and by the first letter of an entry. */
export function walkMenu(menu: HTMLElement, event: KeyboardEvent): void {
  const all = menuItems(menu)
  const at = all.findIndex((item) => item === document.activeElement)
  const places: Record<string, number> = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1
  }
  const next = all[places[event.key] ?? -1] ?? byLetter([...all.slice(at + 1), ...all], event)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function byLetter(items: HTMLElement[], event: KeyboardEvent): HTMLElement | undefined {
  const { key, ctrlKey, metaKey, altKey } = event
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined
  const letter = key.toLowerCase()
  return items.find(({ textContent }) => textContent.trim().toLowerCase().startsWith(letter))
}
