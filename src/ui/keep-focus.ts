/** What the keyboard can go to. */
const focusable =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])'
/** Nothing outside of these is near to what was inside. */
const bounds = 'body, dialog, section, header, footer, nav, aside, main, [role="region"]'
/** So many places that had the focus are remembered. */
const most = 12

/** An element above the one with the focus, and the child that the way leads through. */
interface Step {
  parent: Element
  at: number
}

/**
 * Where the element with the focus is taken out of the page (a row that is deleted, a button that has
 * served, a field that was a name), the browser lets the focus fall to the page as a whole, and the
 * next Tab begins at its top. This puts it on what stands nearest now, else where it was before.
 * Ends when what it gives is called.
 */
export function keepFocus(): () => void {
  let before: Element[] = []
  let way: Step[] = []

  function remember({ target }: FocusEvent) {
    if (!(target instanceof Element)) return
    before = [target, ...before.filter((one) => one !== target && one.isConnected)].slice(0, most)
    way = wayTo(target)
  }

  const isLost = () => before[0]?.isConnected === false && document.activeElement === document.body

  function restore() {
    if (!isLost()) return
    const next = nearest(way) ?? before.find(isReachable)
    if (next instanceof HTMLElement) next.focus({ preventScroll: true })
    else before = []
  }

  // Later, or what stands there would still hear the key that took the other away.
  const observer = new MutationObserver(() => {
    if (isLost()) setTimeout(restore)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', remember)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', remember)
  }
}

function wayTo(element: Element): Step[] {
  const way: Step[] = []
  let child = element
  for (let { parentElement: parent } = child; parent; { parentElement: parent } = child) {
    way.push({ parent, at: [...parent.children].indexOf(child) })
    child = parent
  }
  return way
}

/** The first to be reached at the place that is empty now or behind it, else the last before it. */
function nearest(way: Step[]): Element | undefined {
  for (const { parent, at } of way) {
    if (parent.isConnected) {
      const parts = [...parent.children]
      const behind = parts.slice(at).flatMap(reachable)
      const next = behind[0] ?? parts.slice(0, at).flatMap(reachable).at(-1)
      if (next) return next
    }
    if (parent.matches(bounds)) return undefined
  }
  return undefined
}

function reachable(part: Element): Element[] {
  return [part, ...part.querySelectorAll(focusable)].filter(isReachable)
}

function isReachable(element: Element): boolean {
  return (
    element.isConnected &&
    element.matches(focusable) &&
    !element.closest('[inert]') &&
    // Over an open dialog nothing else takes the focus.
    (document.querySelector('dialog:modal')?.contains(element) ?? true) &&
    element.checkVisibility({ visibilityProperty: true })
  )
}
