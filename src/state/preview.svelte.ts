import type { Piece } from '../worker/html-pieces.ts'
import type { PreviewClient } from '../worker/preview-client.ts'
import { isTrouble } from '../worker/trouble.ts'
import { Latest } from './latest.ts'
import type { Edit, Project } from './project.svelte.ts'

const pause = 40

/** The rendered document of the open file, drawn again after each edit; never waits for `Reading`. */
export class Preview {
  path = $state<string>()
  /** Whether anything was drawn yet, if only nothing. */
  drawn = $state(false)
  /** Top-level elements as HTML that `renderHtml` has sanitised. */
  pieces = $state.raw<Piece[]>([])
  /** Why there is none of the newest text, for the user. */
  trouble = $state<string>()
  readonly #client: PreviewClient
  readonly #project: Project
  readonly #latest = new Latest(() => this.#draw())

  constructor(client: PreviewClient, project: Project) {
    this.#client = client
    this.#project = project
    project.listen((edit) => this.#take(edit))
  }

  /** Draws the file that is open now. */
  show(): void {
    this.#latest.after(0)
  }

  /** Draws a document that is no file of the project, such as the guide. */
  drawText(text: string): Promise<Piece[]> {
    return this.#client.render({ path: 'guide.md', text }, this.#project.settings)
  }

  #take({ put, fields }: Edit): void {
    const { openPath } = this.#project
    if (openPath !== undefined && put.includes(openPath)) this.#latest.after(pause)
    else if (openPath !== this.path || fields.includes('settings')) this.show()
  }

  async #draw(): Promise<void> {
    const { openPath, opened, settings } = this.#project
    if (openPath === undefined) {
      this.#set(undefined, [])
      return
    }
    try {
      const file = { path: openPath, text: this.#project.text(openPath) }
      const pieces = await this.#client.render(file, settings)
      const same = this.#project.openPath === openPath && this.#project.opened === opened
      if (same) this.#set(openPath, pieces)
    } catch (error) {
      const late = isTrouble(error, 'deadline')
      const why = late ? 'it took too long. Shorten or split it.' : 'reload the page.'
      this.#set(openPath, [], `${openPath} could not be drawn: ${why}`)
    }
  }

  #set(path: string | undefined, pieces: Piece[], trouble?: string): void {
    this.drawn = true
    this.path = path
    this.pieces = pieces
    this.trouble = trouble
  }
}
