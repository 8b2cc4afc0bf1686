import type { EditorState, StateEffect, Transaction } from '@codemirror/state'
import { minimalChanges, type LineDiff } from './minimal-changes.ts'

const elsewhere = 'input.elsewhere'

/** The files that were open before, each with its own cursor and undo. */
export class Sessions {
  /** Tells lines that stay from those that change; until it is there, changes are one piece. */
  diff: LineDiff | undefined
  readonly #states = new Map<string, EditorState>()

  keep(path: string, state: EditorState): void {
    this.#states.set(path, state)
  }

  /** The state of a file as it was left, with the text that it has now. */
  take(path: string, text: string): EditorState | undefined {
    const state = this.#states.get(path)
    return state && (this.change(state, text)?.state ?? state)
  }

  /** The change to a text that came from elsewhere, in few small edits: one step for undo. */
  change(state: EditorState, text: string): Transaction | undefined {
    const changes = minimalChanges(state.doc.toString(), text, this.diff)
    return changes.length === 0 ? undefined : state.update({ changes, userEvent: elsewhere })
  }

  /** Files have other paths now: what was undone under the old ones can be under the new. */
  follow(paths: ReadonlySet<string>, text: (path: string) => string): void {
    const fresh = [...paths].filter((path) => !this.#states.has(path))
    for (const [path, state] of this.#states) {
      if (paths.has(path)) continue
      this.#states.delete(path)
      const old = state.doc.toString()
      const to = fresh.find((candidate) => text(candidate) === old)
      if (to !== undefined) this.#states.set(to, state)
    }
  }

  /** Applies effects to every file, such as a setting of all editors. */
  tell(effects: StateEffect<unknown>[]): void {
    for (const [path, state] of this.#states) {
      this.#states.set(path, state.update({ effects }).state)
    }
  }

  clear(): void {
    this.#states.clear()
  }
}

/** Whether a change came from elsewhere, so that nobody else has to hear of it. */
export function isFromElsewhere(transaction: Transaction): boolean {
  return transaction.isUserEvent(elsewhere)
}
