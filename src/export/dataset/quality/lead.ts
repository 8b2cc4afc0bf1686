import type { Entry } from '../items/item.ts'
import { partKey } from '../parts.ts'

/** What stands before a block and belongs to it: headings, and sentences that announce it or go on in it. */
export class Lead {
  #headings: Entry[] = []
  #leadIns: Entry[] = []
  #chapter: string | undefined

  /** Before an item is looked at: what waits for a block of another chapter waits in vain. */
  comeTo(entry: Entry): void {
    const chapter = entry.item.kind === 'block' ? partKey(entry) : undefined
    if (chapter === this.#chapter) return
    this.#chapter = chapter
    this.#headings = []
    this.#leadIns = []
  }

  /** Whether a sentence waits for what it announces. */
  get announces(): boolean {
    return this.#leadIns.length > 0
  }

  /** A block was left out. A heading goes on over it; a lead-in announced what went. */
  passOver(entry: Entry, rule: string): void {
    if (entry.item.kind !== 'block') return
    if (rule === 'headings') this.#headings.push(entry)
    if (rule === 'lead-ins' || rule === 'cut') this.#leadIns.push(entry)
    else this.#leadIns = []
  }

  /** A block stays, and takes what waits with it. */
  goWith(entry: Entry): Entry {
    const text = [...this.#headings, ...this.#leadIns].map(({ item }) => item.content).join('\n\n')
    const { start_line: line } = (this.#leadIns[0] ?? entry).item
    this.#headings = []
    this.#leadIns = []
    return text === '' ? entry : { ...entry, lead: { text, line } }
  }
}
