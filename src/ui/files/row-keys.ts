import type { FileTreeRow } from '../../state/project/file-tree.ts'
import { arrowStep } from '../arrow-step.ts'

/** The rows of the list, and what opens and closes its folders. */
export interface WalkableRows {
  rows: () => FileTreeRow[]
  isClosed: (folder: string) => boolean
  toggle: (folder: string) => void
}

/** Milliseconds after which letters begin another name. */
const pause = 700

/**
 * What keys do in the list beside going up and down, as in any tree: Right opens a folder and goes on to the
 * buttons of a row, Left comes back, closes a folder and leads to the one above; letters lead to the next
 * name that begins so. Gives the place that a key leads to.
 */
export function rowKeys({ rows, isClosed, toggle }: WalkableRows) {
  let typed = ''
  let typedAt = -Infinity
  /** Where the letters led: who did something else since begins another name. */
  let ledTo: number | undefined

  return (event: KeyboardEvent, at: number): number | undefined => {
    const { ctrlKey, metaKey, altKey, isComposing, target } = event
    const row = rows()[at]
    if (!row || !(target instanceof HTMLButtonElement)) return undefined
    if (ctrlKey || metaKey || altKey || isComposing) return undefined
    const step = arrowStep(event.key)
    if (step === undefined) return named(event, at)
    event.preventDefault()
    ledTo = undefined
    return along(step, row, at, target)
  }

  function along(step: 1 | -1, row: FileTreeRow, at: number, button: HTMLElement) {
    const all = [...(button.closest('[data-row]')?.querySelectorAll('button') ?? [])]
    const buttons = all.filter((one) => one.checkVisibility({ visibilityProperty: true }))
    const isName = buttons[0] === button
    const isFolder = isName && row.kind === 'folder'
    if (isFolder && isClosed(row.path) === (step === 1)) toggle(row.path)
    else if (step === 1 || !isName)
      buttons[buttons.findIndex((one) => one === button) + step]?.focus()
    else return above(row, at)
    return undefined
  }

  /** The folder that a row is in. */
  function above({ depth }: FileTreeRow, at: number): number | undefined {
    const folder = rows().findLastIndex((row, place) => place < at && row.depth < depth)
    return folder === -1 ? undefined : folder
  }

  function named({ key, timeStamp }: KeyboardEvent, at: number): number | undefined {
    const isMore = timeStamp - typedAt < pause && ledTo === at
    if (!/^[\p{L}\p{N}._-]$/u.test(key) && !(key === ' ' && isMore)) return undefined
    typed = (isMore ? typed : '') + key.toLocaleLowerCase()
    typedAt = timeStamp
    // The same letter again and again goes through all names that begin with it.
    const first = String.fromCodePoint(typed.codePointAt(0) ?? 0)
    const isOne = typed === first.repeat(typed.length / first.length)
    const wanted = isOne ? first : typed
    const all = rows()
    const from = isOne ? at + 1 : at
    for (let step = 0; step < all.length; step++) {
      const place = (from + step) % all.length
      if (all[place]?.name.toLocaleLowerCase().startsWith(wanted)) return (ledTo = place)
    }
    ledTo = at
    return undefined
  }
}
