/** What the keyboard can go to. */
const focusable =
  '.editor, a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])'
const typedInto =
  '.editor, textarea, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"])'
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
 * served, a field that was a name) or hidden, the browser lets the focus fall to the page as a whole,
 * typed letters go nowhere, and the next Tab begins at its top. This puts it on what stands nearest
 * now, else where it was before, else into the text or what else is in sight. Ends when what it gives
 * is called.
 */
export function keepFocus(): () => void {
  let before: Element[] = []
  let way: Step[] = []

  function remember({ target }: FocusEvent) {
    if (!(target instanceof Element)) return
    before = [target, ...before.filter((one) => one !== target && one.isConnected)].slice(0, most)
    way = wayTo(target)
  }

  /** Some browsers leave the focus on what is hidden. */
  function isLost(): boolean {
    const [last] = before
    const { activeElement } = document
    const isLast = activeElement === document.body || activeElement === last
    return last !== undefined && isLast && !isShown(last)
  }

  function restore() {
    timer = undefined
    if (!isLost()) return
    // Who answered a message goes on where they were, not in the next message.
    const isAnswered = way.some(({ parent }) => parent.matches('.stack'))
    const near = isAnswered ? undefined : nearest(way)
    const next = near ?? before.find(isReachable) ?? home()
    if (next instanceof HTMLElement) next.focus({ preventScroll: true })
  }

  // Later, or what stands there would still hear the key that took the other away.
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver((changes) => {
    // To ask what is in sight costs: what has the focus and is there can only be hidden.
    const isThere = document.activeElement === before[0]
    if (isThere && changes.every(({ type }) => type === 'childList')) return
    timer ??= setTimeout(restore)
  })
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['class', 'data-pane', 'data-middle', 'hidden', 'inert']
  })

  /** Who presses beside all that takes the focus has put it away; what goes with the press has not. */
  function press({ target }: PointerEvent) {
    if (target instanceof Element && target.closest('dialog')) return
    setTimeout(() => {
      if (document.activeElement === document.body) before = []
    })
  }

  // Not focusin: what hands the focus on within its shadow lets nobody outside hear that.
  document.addEventListener('focus', remember, true)
  document.addEventListener('pointerdown', press)
  return () => {
    observer.disconnect()
    clearTimeout(timer)
    document.removeEventListener('focus', remember, true)
    document.removeEventListener('pointerdown', press)
  }
}

/** The text, else the first in sight. */
function home(): Element | undefined {
  const editor = text()
  if (editor && isReachable(editor) && hasPointer()) return editor
  return firstReachable([...document.querySelectorAll('dialog:modal, main')])
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
      const next = firstReachable(parts.slice(at)) ?? lastReachable(parts.slice(0, at))
      if (next) return next
    }
    if (parent.matches(bounds)) return undefined
  }
  return undefined
}

/** One after the other, for as long as none is found: to ask each of a long page takes seconds. */
function firstReachable(parts: Element[]): Element | undefined {
  for (const part of parts) {
    const found = within(part).find(isOffered)
    if (found) return found
  }
  return undefined
}

function lastReachable(parts: Element[]): Element | undefined {
  for (const part of parts.toReversed()) {
    const found = within(part).findLast(isOffered)
    if (found) return found
  }
  return undefined
}

function within(part: Element): Element[] {
  return [part, ...part.querySelectorAll(focusable)]
}

function isOffered(element: Element): boolean {
  return isReachable(element) && (hasPointer() || !element.matches(typedInto))
}

function isReachable(element: Element): boolean {
  return (
    element.matches(focusable) &&
    isShown(element) &&
    // Over an open dialog nothing else takes the focus.
    (modal()?.contains(element) ?? true)
  )
}

/** Asked for each element: the browser knows by itself which dialogs there are, however long the page is. */
function modal(): Element | undefined {
  return [...document.getElementsByTagName('dialog')].find((dialog) => dialog.matches(':modal'))
}

function isShown(element: Element): boolean {
  return (
    element.isConnected &&
    !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true })
  )
}

function text(): Element | null {
  return document.querySelector('.write .editor')
}

/** Without one, what is typed into brings a keyboard over half the screen. */
function hasPointer(): boolean {
  return matchMedia('(hover: hover)').matches
}
