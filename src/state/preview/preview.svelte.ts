import { untrack } from 'svelte'
import type { Card } from '../../document/model.ts'
import type { DrawnCard, PackageOptions } from '../../laegna.ts'
import type { Drawn } from '../../worker/protocol/messages.ts'
import type { PreviewClient, PreviewWish } from '../../worker/reader/preview-client.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import { BlockHolders } from './block-holders.ts'
import { Latest } from '../sync/latest.ts'
import { PieceGroups, type PieceGroup } from './piece-groups.ts'
import type { Edit, Project, ProjectField } from '../project/project.svelte.ts'

/** What else of a project its preview shows. */
const shown = new Set<ProjectField>(['settings', 'media', 'paths'])

/** The rendered document of the open file, drawn again after each edit; never waits for `Reading`. */
export class Preview {
  path = $state<string>()
  /** Grows with every other document that is drawn. */
  sheet = $state(0)
  /** Whether answers are hidden until each is asked for. */
  quiz = $state(false)
  /** Whether anything was drawn yet, if only nothing. */
  drawn = $state(false)
  /** Top-level elements, with HTML that the language core has sanitised. */
  groups = $state.raw<PieceGroup[]>([])
  /** Whether `groups` are of the newest text, all of it. */
  current = $state(false)
  /** Whether the document goes on behind `groups`, which grow. */
  isPartial = $state(false)
  /** Why there is none of the newest text, for the user. */
  trouble = $state<string>()
  readonly #client: PreviewClient
  readonly #project: Project
  readonly #latest = new Latest(() => this.#draw())
  #pieces = new PieceGroups()
  /** What of the worker's is on screen: a version, and of which project. */
  #version = 0
  #opened = 0
  #wishes = 0
  /** Paths of the notes that the open file embeds, as far as is known. */
  #embedded: string[] = []
  readonly #holders = new BlockHolders()
  #isWatched = false

  constructor(client: PreviewClient, project: Project) {
    this.#client = client
    this.#project = project
    project.listen((edit) => this.#take(edit))
    // Whoever opens a file, and however: the document in sight is that of the open one.
    $effect.root(() => {
      $effect(() => {
        const { openPath, opened } = project
        untrack(() => this.#follow(openPath, opened))
      })
    })
  }

  /** Begins to draw, once there is a pane to see it in. */
  watch(): void {
    if (this.#isWatched) return
    this.#isWatched = true
    this.#ask()
  }

  /** Draws a document that is no file of the project, such as the guide. */
  async drawText(text: string): Promise<PieceGroup[]> {
    const { settings } = this.#project
    const file = { path: 'guide.md', text: () => text, length: text.length }
    const { change } = await this.#client.render({
      file,
      settings,
      media: [],
      notes: [],
      texts: []
    })
    const pieces = new PieceGroups()
    pieces.apply(change)
    return pieces.groups
  }

  /** Draws a card as Anki will show it by the options of the package. */
  drawCard(card: Card, options: Partial<PackageOptions>): Promise<DrawnCard> {
    // What the page holds reactively cannot be posted.
    return this.#client.drawCard($state.snapshot(card), options, this.#project.settings)
  }

  #follow(path: string | undefined, opened: number): void {
    // The document of another project is not to be taken for one of this.
    if (opened !== this.#opened && this.groups.length > 0) {
      this.#clear(path)
      this.drawn = false
    }
    if (path !== this.path || opened !== this.#opened) this.#ask()
  }

  #take({ put, fields, typed }: Edit): void {
    const { openPath } = this.#project
    for (const path of put) {
      if (typed) this.#client.type(path, typed)
      else this.#client.forget()
    }
    const isShown = put.some((path) => path === openPath || this.#embedded.includes(path))
    if ((openPath !== undefined && isShown) || fields.some((field) => shown.has(field))) this.#ask()
  }

  #ask(): void {
    this.#wishes += 1
    this.current = false
    if (this.#isWatched) this.#latest.soon()
  }

  async #draw(): Promise<void> {
    const { openPath: path, opened, settings, mediaPaths: media, paths } = this.#project
    if (path === undefined) {
      this.#clear(undefined)
      return
    }
    const wishes = this.#wishes
    const isOther = path !== this.path || opened !== this.#opened
    if (isOther) this.#client.forget()
    try {
      const project = this.#project
      const file = {
        path,
        text: () => project.text(path),
        // More may be typed until the worker is asked.
        get length() {
          return project.length(path)
        }
      }
      const since = isOther ? 0 : this.#version
      const drawn = await this.#drawWhole({ file, settings, media, notes: paths, since })
      this.#version = 0
      if (this.#project.openPath !== path || this.#project.opened !== opened) return
      if (isOther) {
        this.#pieces = new PieceGroups()
        this.sheet += 1
      }
      if (drawn.isWhole) this.#pieces.replace(drawn.change.pieces)
      else this.#pieces.apply(drawn.change)
      this.#version = drawn.version
      this.#opened = opened
      this.drawn = true
      this.path = path
      this.groups = this.#pieces.groups
      this.isPartial = drawn.isPartial
      this.current = wishes === this.#wishes && !drawn.isPartial
      if (drawn.isPartial) this.#latest.after(0)
      this.trouble = undefined
    } catch (error) {
      if (this.#project.openPath !== path || this.#project.opened !== opened) return
      const late = isTrouble(error, 'deadline')
      const why = late ? 'it took too long. Shorten or split it.' : 'reload the page.'
      this.#clear(path, `${path} could not be drawn: ${why}`)
    }
  }

  /** Draws with the texts of all notes that are embedded, which only drawing tells. */
  async #drawWhole(wish: Omit<PreviewWish, 'texts'>): Promise<Drawn> {
    for (let sent = this.#embedded; ; sent = this.#embedded) {
      const texts = sent.map((path) => ({ path, text: this.#project.text(path) }))
      const drawn = await this.#client.render({ ...wish, texts })
      const { paths } = this.#project
      const holders = this.#holders.of(drawn.askedBlocks, paths, (path) => this.#project.text(path))
      this.#embedded = [...new Set([...drawn.asked, ...holders])]
      // What was sent before is not on screen: the next one counts from nothing.
      if (this.#embedded.every((path) => sent.includes(path))) return drawn
      wish = { ...wish, since: 0 }
    }
  }

  #clear(path: string | undefined, trouble?: string): void {
    this.#pieces = new PieceGroups()
    this.#version = 0
    this.drawn = true
    this.path = path
    this.groups = []
    this.isPartial = false
    this.trouble = trouble
  }
}
