import { deckMediaName, mediaShownBy, type Card } from '../../laegna.ts'
import { Database } from '../../storage/database.ts'
import { readMedia, type MediumBytes } from '../../storage/media.ts'

/** A picture or sound of a project: where its bytes are, without them. */
export type ProjectMedium = MediumBytes & { path: string }

/** Media as the export worker needs them: read past the page, as they may be large. */
export class ProjectMedia {
  readonly #database = new Database()
  /** Names in the deck; under one id never stand other bytes. */
  readonly #names = new Map<string, string>()

  /** The bytes of media by path; those that cannot be read are left out. */
  read(media: ProjectMedium[]): Promise<Map<string, Uint8Array>> {
    return readMedia(this.#database, media)
  }

  /** The names in the deck of the media that some cards show, by path; none of what cannot be read. */
  async names(media: ProjectMedium[], cards: Card[]): Promise<Map<string, string>> {
    const names = new Map<string, string>()
    if (media.length === 0) return names
    const shown = mediaShownBy(cards)
    for (const medium of media) {
      if (!shown.has(medium.path)) continue
      const name = await this.#nameOf(medium)
      if (name !== undefined) names.set(medium.path, name)
    }
    return names
  }

  async #nameOf(medium: ProjectMedium): Promise<string | undefined> {
    const key = `${medium.blobId} ${medium.path}`
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const bytes = (await readMedia(this.#database, [medium])).get(medium.path)
    if (!bytes) return undefined
    const name = await deckMediaName(medium.path, bytes)
    this.#names.set(key, name)
    return name
  }
}
