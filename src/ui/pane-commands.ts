import type { Command } from '../state/commands/command.ts'

/**
 * Walking from pane to pane with the keys that programs with panes have for it. A new message that wants an answer comes
 * first, and from it the same keys lead back.
 */
export function paneCommands(): Command[] {
  return [
    {
      id: 'go.next-pane',
      group: 'Go',
      label: 'Go to a new message, or to the next pane',
      keys: 'F6',
      run: () => walk(1)
    },
    {
      id: 'go.previous-pane',
      group: 'Go',
      label: 'Go to the pane before, or from a message back',
      keys: 'Shift+F6',
      run: () => walk(-1)
    }
  ]
}

/** What takes the focus in each pane, in the order of the panes; messages stand below them all. */
const entrances = [
  '.side:has([aria-current="true"]) [aria-current="true"], .side:not(:has([aria-current="true"])) button',
  '.write .editor',
  '.read .preview',
  '.lists [role="tab"][aria-selected="true"]',
  '.stack .button, .stack .trouble button'
]

/** The message that was gone to last, and what had the focus before. */
let visited: Element | undefined
let left: Element | null = null

function walk(by: 1 | -1): void {
  const { activeElement } = document
  const newest = [...document.querySelectorAll('.stack .notice:has(.button)')].at(-1)
  if (activeElement?.closest('.stack') && left?.checkVisibility({ visibilityProperty: true })) {
    focus(left)
    left = null
    return
  }
  if (by > 0 && newest && newest !== visited) {
    visited = newest
    left = activeElement === document.body ? null : activeElement
    focus(newest.querySelector('.button'))
    return
  }
  const doors = entrances
    .map((entrance) => document.querySelector(entrance))
    .filter((door) => door?.checkVisibility({ visibilityProperty: true }))
  const at = doors.findIndex((door) => paneOf(door)?.contains(activeElement) ?? false)
  const to = at < 0 && by < 0 ? doors.length - 1 : (at + by + doors.length) % doors.length
  focus(doors[to])
}

function focus(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus()
}

function paneOf(door: Element | null | undefined): Element | null {
  return door?.closest('.side, .write, .read, .lists, .stack') ?? null
}
