import { isolateHistory, undo } from '@codemirror/commands'
import type { Extension, Text } from '@codemirror/state'
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import { asBlocks } from './as-blocks.ts'

/** Rich text of the clipboard, and its plain form. */
export interface RichText {
  html: string
  plain: string
}

/**
 * What becomes of rich text that was pasted as plain text: `put` puts something else in its place, as
 * the same step of undo where nothing else was done since; it says whether the place is still there.
 */
export type RichPasted = (rich: RichText, put: (text: string) => boolean) => Promise<void>

/** Where the text stands that was pasted last. */
interface Place {
  from: number
  to: number
  /** The text before pasting, to which undo leads as long as nothing else was done. */
  before: Text
  isLast: boolean
}

/** Lets rich text be pasted: at once as plain text, so that nothing is lost or out of place. */
export function richPaste(pasted: RichPasted): Extension {
  return ViewPlugin.define((view) => new Paster(view, pasted), {
    eventObservers: {
      keydown(event) {
        const isPaste = event.key.toLowerCase() === 'v' && (event.ctrlKey || event.metaKey)
        this.isPlain = isPaste && event.shiftKey
      }
    },
    eventHandlers: {
      paste({ clipboardData }) {
        const { isPlain } = this
        this.isPlain = false
        const html = clipboardData?.getData('text/html') ?? ''
        if (html === '' || isPlain) return false
        return this.paste({ html, plain: clipboardData?.getData('text/plain') ?? '' })
      }
    }
  })
}

class Paster implements PluginValue {
  /** Whether the next paste is to be without formatting. */
  isPlain = false
  readonly #view: EditorView
  readonly #pasted: RichPasted
  #place: Place | undefined
  #isOwn = false

  constructor(view: EditorView, pasted: RichPasted) {
    this.#view = view
    this.#pasted = pasted
  }

  update({ docChanged, changes }: ViewUpdate): void {
    if (!docChanged || this.#isOwn || !this.#place) return
    const { from, to, before } = this.#place
    const start = changes.mapPos(from, 1)
    this.#place = {
      from: start,
      to: Math.max(start, changes.mapPos(to, -1)),
      before,
      isLast: false
    }
  }

  destroy(): void {
    this.#place = undefined
  }

  paste(rich: RichText): boolean {
    if (this.#view.state.readOnly) return false
    const place = this.#insert(rich.plain.replace(/\r\n?/g, '\n'))
    if (!place) return true
    this.#place = place
    void this.#pasted(rich, (text) => this.#replace(text))
    return true
  }

  /** Puts a text in the place of what is selected. */
  #insert(text: string): Place | undefined {
    const { state } = this.#view
    const { from } = state.selection.main
    this.#own(() =>
      this.#view.dispatch(state.replaceSelection(text), {
        userEvent: 'input.paste',
        annotations: isolateHistory.of('full'),
        scrollIntoView: true
      })
    )
    // A page that may not store anything any more takes nothing.
    if (text !== '' && this.#view.state.doc.eq(state.doc)) return undefined
    const { head } = this.#view.state.selection.main
    return { from: Math.min(from, head), to: head, before: state.doc, isLast: true }
  }

  #replace(text: string): boolean {
    const place = this.#place
    if (!place) return false
    const { from, to, before, isLast } = place
    if (isLast && !this.#view.state.doc.eq(before)) this.#own(() => undo(this.#view))
    if (isLast && this.#view.state.doc.eq(before)) {
      const { state } = this.#view
      const { main } = state.selection
      this.#place = this.#insert(asBlocks(text, state.doc, main.from, main.to))
    } else {
      const insert = asBlocks(text, this.#view.state.doc, from, to)
      this.#own(() =>
        this.#view.dispatch({ changes: { from, to, insert }, userEvent: 'input.paste' })
      )
      this.#place = { from, to: from + insert.length, before, isLast: false }
    }
    return true
  }

  #own(change: () => void): void {
    this.#isOwn = true
    change()
    this.#isOwn = false
  }
}
