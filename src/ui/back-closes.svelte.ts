import { untrack } from 'svelte'
import * as v from 'valibot'
import type { Sheet, View } from '../state/page/view.svelte.ts'

/** What an entry of the history holds while something lies over the page: the sheet, if it is one. */
const overSchema = v.object({ over: v.string() })

/** Sheets that need nothing but the project, so that the button Forward can open them again. */
const lasting: Sheet[] = ['export', 'settings', 'projects', 'help', 'history']

interface Layer {
  isOpen: () => boolean
  close: () => void
}

/**
 * Lets the browser's button Back, and on a phone its gesture, close what lies over the page instead of
 * leaving the page: while anything does, the history has one entry more, which goes with it however it
 * is closed. Ends when what it gives is called.
 */
export function backCloses(view: View): () => void {
  /** Called when the entry that nothing needs any more is gone. */
  let gone: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const layers = layersOf(view)
  const top = () => layers.find(({ isOpen }) => isOpen())

  function settle() {
    timer = undefined
    if (gone) return
    const over = overOf(history.state)
    const wish = top() && (view.sheet ?? '')
    if (wish === undefined) {
      if (over !== undefined) leave()
    } else if (over === undefined) history.pushState({ over: wish }, '')
    else if (over !== wish) history.replaceState({ over: wish }, '')
  }

  /** It takes a moment, in which the address must not become another. */
  function leave() {
    view.leaving = new Promise((resolve) => (gone = resolve))
    history.back()
  }

  function travel({ state }: PopStateEvent) {
    const over = overOf(state)
    const sheet = lasting.find((one) => one === over)
    if (gone) {
      gone()
      gone = undefined
      view.leaving = undefined
    } else if (over === undefined) top()?.close()
    else if (sheet && !top()) view.sheet = sheet
    later()
  }

  /** What closes and what opens in its place are one step. */
  function later() {
    timer ??= setTimeout(settle)
  }

  const end = $effect.root(() => {
    $effect(() => {
      layers.forEach(({ isOpen }) => isOpen())
      untrack(later)
    })
  })
  addEventListener('popstate', travel)
  document.addEventListener('toggle', later, true)
  return () => {
    end()
    clearTimeout(timer)
    removeEventListener('popstate', travel)
    document.removeEventListener('toggle', later, true)
  }
}

/** What may lie over the page, the uppermost first. */
function layersOf(view: View): Layer[] {
  const popover = () => document.querySelector<HTMLElement>(':popover-open')
  return [
    { isOpen: () => view.palette, close: () => (view.palette = false) },
    { isOpen: () => popover() !== null, close: () => popover()?.hidePopover() },
    { isOpen: () => view.sheet !== undefined, close: () => closeSheet(view) },
    { isOpen: () => view.comparing, close: () => (view.comparing = false) },
    { isOpen: () => view.tour !== undefined, close: () => view.endTour() },
    { isOpen: () => view.drawer, close: () => (view.drawer = false) }
  ]
}

/** As Escape does, which the sheet hears; one that is still on its way does not come. */
function closeSheet(view: View) {
  const dialog = document.querySelector('dialog.sheet[open]')
  if (dialog) dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
  else view.sheet = undefined
}

function overOf(state: unknown): string | undefined {
  const read = v.safeParse(overSchema, state)
  return read.success ? read.output.over : undefined
}
