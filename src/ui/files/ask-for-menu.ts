import type { FileTreeRow } from '../../state/project/file-tree.ts'

/** A row whose menu is wanted, and where on the screen. */
export interface MenuWish {
  row: FileTreeRow
  x: number
  y: number
}

/** Milliseconds that a finger rests, and pixels that it may tremble. */
const long = 500
const still = 10

/**
 * Hears that somebody wants the menu of a row: by the other button of the mouse, the menu key, Shift+F10,
 * or a finger that rests on it, which not every browser takes for such a wish.
 */
export function askForMenu(
  rowAt: (event: Event) => FileTreeRow | undefined,
  open: (wish: MenuWish) => void
): (list: HTMLElement) => () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let start = { x: 0, y: 0 }
  /** A finger that rested goes up again: that is no tap. */
  let rested = false

  function show(event: Event) {
    const row = rowAt(event)
    if (!row) return
    event.preventDefault()
    stopWaiting()
    if (rested) return
    const { clientX: x, clientY: y } = event as MouseEvent
    open({ row, x, y })
  }

  function press(event: KeyboardEvent) {
    const row = rowAt(event)
    const isWish = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    if (!row || !isWish || !(event.target instanceof Element)) return
    event.preventDefault()
    event.stopPropagation()
    const { left, bottom } = event.target.getBoundingClientRect()
    open({ row, x: left + 8, y: bottom })
  }

  function down(event: PointerEvent) {
    stopWaiting()
    rested = false
    const row = rowAt(event)
    if (event.pointerType !== 'touch' || !row) return
    const { clientX: x, clientY: y } = event
    start = { x, y }
    timer = setTimeout(() => {
      rested = true
      open({ row, x, y })
    }, long)
  }

  function move({ clientX, clientY }: PointerEvent) {
    if (Math.hypot(clientX - start.x, clientY - start.y) > still) stopWaiting()
  }

  function swallow(event: Event) {
    if (!rested) return
    rested = false
    event.preventDefault()
    // Nobody else here either is to take it for a tap.
    event.stopImmediatePropagation()
  }

  function stopWaiting() {
    clearTimeout(timer)
  }

  return (list) => {
    const stop = new AbortController()
    const early = { capture: true, signal: stop.signal }
    list.addEventListener('contextmenu', show, early)
    list.addEventListener('keydown', press, early)
    list.addEventListener('pointerdown', down, early)
    list.addEventListener('pointermove', move, early)
    list.addEventListener('click', swallow, early)
    for (const end of ['pointerup', 'pointercancel', 'scroll'] as const) {
      list.addEventListener(end, stopWaiting, early)
    }
    return () => {
      stop.abort()
      stopWaiting()
    }
  }
}
