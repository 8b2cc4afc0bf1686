import type { Command } from '../state/commands/command.ts'

/** Walking from pane to pane, with the keys that programs with panes have for it. */
export function paneCommands(desk: HTMLElement): Command[] {
  return [
    {
      id: 'go.next-pane',
      group: 'Go',
      label: 'Go to the next pane',
      keys: 'F6',
      run: () => walk(desk, 1)
    },
    {
      id: 'go.previous-pane',
      group: 'Go',
      label: 'Go to the pane before',
      keys: 'Shift+F6',
      run: () => walk(desk, -1)
    }
  ]
}

/** What takes the focus in each pane, in the order of the panes. */
const entrances = [
  '.side:has([aria-current="true"]) [aria-current="true"], .side:not(:has([aria-current="true"])) button',
  '.write .editor',
  '.read .preview',
  '.lists [role="tab"][aria-selected="true"]'
]

function walk(desk: HTMLElement, by: 1 | -1): void {
  const doors = entrances
    .map((entrance) => desk.querySelector<HTMLElement>(entrance))
    .filter((door) => door?.checkVisibility({ visibilityProperty: true }))
  const at = doors.findIndex((door) => paneOf(door)?.contains(document.activeElement) ?? false)
  const to = at < 0 && by < 0 ? doors.length - 1 : (at + by + doors.length) % doors.length
  doors[to]?.focus()
}

function paneOf(door: HTMLElement | null): Element | null {
  return door?.closest('.side, .write, .read, .lists') ?? null
}
