import type { Entry } from '../items/item.ts'

/** What stands before a block and belongs to it: headings, and sentences that announce it. */
export class Lead {
  #headings: string[] = []
  #leadIns: string[] = []
  #chapter: string | undefined

  /** Before an item is looked at: what waits for a block of another chapter waits in vain. */
  comeTo({ item, path }: Entry): void {
    const chapter = item.kind === 'block' ? JSON.stringify([path, item.chapter_id]) : undefined
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
  passOver({ item }: Entry, rule: string): void {
    if (item.kind !== 'block') return
    if (rule === 'headings') this.#headings.push(item.content)
    if (rule === 'lead-ins') this.#leadIns.push(item.content)
    else this.#leadIns = []
  }

  /** A block stays, and takes what waits with it. */
  goWith(entry: Entry): Entry {
    const lead = [...this.#headings, ...this.#leadIns].join('\n\n')
    this.#headings = []
    this.#leadIns = []
    return lead === '' ? entry : { ...entry, lead }
  }
}
