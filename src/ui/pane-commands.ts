import type { Command } from '../state/commands/command.ts'

/** Walking from pane to pane, and to messages that want an answer, with the keys that programs with panes have for it. */
export function paneCommands(): Command[] {
  return [
    {
      id: 'go.next-pane',
      group: 'Go',
      label: 'Go to the next pane or message',
      keys: 'F6',
      run: () => walk(1)
    },
    {
      id: 'go.previous-pane',
      group: 'Go',
      label: 'Go to the pane or message before',
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

function walk(by: 1 | -1): void {
  const doors = entrances
    .map((entrance) => document.querySelector<HTMLElement>(entrance))
    .filter((door) => door?.checkVisibility({ visibilityProperty: true }))
  const at = doors.findIndex((door) => paneOf(door)?.contains(document.activeElement) ?? false)
  const to = at < 0 && by < 0 ? doors.length - 1 : (at + by + doors.length) % doors.length
  doors[to]?.focus()
}

function paneOf(door: HTMLElement | null): Element | null {
  return door?.closest('.side, .write, .read, .lists, .stack') ?? null
}
