import * as v from 'valibot'

const newsSchema = v.object({
  projectId: v.string(),
  revision: v.number(),
  /** What is known of its exports became another. */
  exported: v.optional(v.boolean())
})

/** A project was saved, moved into or out of the bin, or exported, by another tab. */
export type TabNews = v.InferOutput<typeof newsSchema>

/** Tells the other tabs of this browser what was saved here, and hears what they saved. */
export class Tabs {
  readonly #channel: BroadcastChannel

  constructor(name: string, hear: (news: TabNews) => void) {
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }) => {
      const read = v.safeParse(newsSchema, data)
      if (read.success) hear(read.output)
    }
  }

  /** Tells all other tabs. */
  tell(news: TabNews): void {
    this.#channel.postMessage(news)
  }

  close(): void {
    this.#channel.close()
  }
}
