import type { MediaUse } from '../../laegna.ts'
import { plural } from '../../language/plural.ts'
import type { App } from '../app.svelte.ts'
import { oneSummary } from '../import/intake-words.ts'
import { acceptPath } from '../project/free-name.ts'
import { rewrite } from '../project/rewrite.ts'

/** What a person does with the media of the open project; all of it can be undone. */
export class MediaDesk {
  /** Where the texts name each medium, by its path; undefined as long as nobody has looked. */
  uses = $state.raw<ReadonlyMap<string, MediaUse[]>>()
  /** Media that no text names; empty where not every text could be read. */
  readonly unused = $derived.by(() => {
    const { uses } = this
    if (!uses || this.#app.reading.heldBack.length > 0) return []
    return this.#app.project.mediaPaths.filter((path) => !uses.has(path))
  })
  readonly #app: App
  #looks = 0

  constructor(app: App) {
    this.#app = app
  }

  /** Looks where the newest texts name media. */
  async look(): Promise<void> {
    const { reading } = this.#app
    const look = ++this.#looks
    await reading.settled()
    const uses = await reading.mediaUses().catch(() => undefined)
    if (look !== this.#looks || !uses) return
    const byMedium = new Map<string, MediaUse[]>()
    for (const use of uses) {
      const known = byMedium.get(use.media)
      if (known) known.push(use)
      else byMedium.set(use.media, [use])
    }
    this.uses = byMedium
  }

  /** Gives a medium another path; links to it follow. Says why not where it cannot have it. */
  async rename(from: string, to: string): Promise<void> {
    const { project, media, notices, reading } = this.#app
    const ending = endingOf(from)
    const fault =
      endingOf(to) === ending
        ? acceptPath(to, [...project.paths, ...project.mediaPaths])
        : `${from} must keep its ending, ${ending}: its kind is known by that.`
    if (fault !== undefined) {
      notices.warn(fault)
      return
    }
    const texts = new Map(project.files.map(({ path, text }) => [path, text]))
    await reading.settled()
    try {
      const { files, links } = await reading.moveMedium(from, to)
      // What somebody has typed in the meantime is not lost.
      const sound = files.filter(({ path }) => project.text(path) === texts.get(path))
      media.rename(from, to)
      const followed =
        links > 0 && plural(links, ['{count} link follows.', '{count} links follow.'])
      const sentence = oneSummary(`${from} is now ${to}.`, followed)
      rewrite(this.#app, sound, sentence, { undoMore: () => media.rename(to, from) })
    } catch {
      notices.warn(`${from} kept its name: its links could not be looked up in time. Try again.`)
    }
  }

  /** Deletes all media that no text names now. */
  async removeUnused(): Promise<void> {
    await this.look()
    if (this.unused.length > 0) await this.#app.media.removeAll(this.unused)
  }
}

/** With its dot, in lower case. */
function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? ''
}
