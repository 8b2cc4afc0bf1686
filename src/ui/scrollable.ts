const stops = 'a[href], button, input, select, textarea, summary, audio, video, [tabindex]'

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target instanceof HTMLElement) look(target)
})

/**
 * Lets the keyboard reach what scrolls: while an element holds more than it shows, and nothing in it
 * takes the focus, Tab comes to it and the arrows scroll it. Ends when what it gives is called.
 */
export function scrollable(element: HTMLElement): () => void {
  const content = new MutationObserver(() => look(element))
  content.observe(element, { childList: true, characterData: true, subtree: true })
  sizes.observe(element)
  return () => {
    content.disconnect()
    sizes.unobserve(element)
  }
}

/** Does that for what scrolls within a text that does not change: code, tables and formulas. */
export function scrollableWithin(text: ParentNode): void {
  for (const element of text.querySelectorAll<HTMLElement>('pre, table, .math-display')) {
    sizes.observe(element)
  }
}

function look(element: HTMLElement): void {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
  const isMore = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1
  if (isMore && !element.querySelector(stops)) element.tabIndex = 0
  else element.removeAttribute('tabindex')
}
