import type { Saver } from './saver.svelte.ts'

/** What the browser says of the room for this page, in bytes. */
export interface Quota {
  used: number
  available: number
}

/** Whether the browser keeps what is stored here, and how much room there is. */
export class StorageQuota {
  /** Whether the browser has promised to keep it; `undefined` where it says nothing. */
  kept = $state<boolean>()
  quota = $state.raw<Quota>()
  #asked = false

  /** Asks the browser once to keep what is stored; nothing waits for the answer. */
  async ask(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    try {
      this.kept = (await navigator.storage.persisted()) || (await navigator.storage.persist())
    } catch {
      // Without a secure connection there is nobody to ask.
    }
  }

  /** Looks how things stand. */
  async measure(): Promise<void> {
    try {
      this.kept = await navigator.storage.persisted()
      const { usage, quota } = await navigator.storage.estimate()
      if (usage !== undefined && quota !== undefined) {
        this.quota = { used: usage, available: Math.max(0, quota - usage) }
      }
    } catch {
      this.quota = undefined
    }
  }

  /** Room was made: what could not be stored is tried again, and the numbers are others. */
  async freed(saver: Saver): Promise<void> {
    await saver.flush()
    await this.measure()
  }
}
