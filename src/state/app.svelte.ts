import { createContext } from 'svelte'
import type { Diagnostic } from '../document/model.ts'
import exampleText from '../examples/seed-example.md?raw'
import { emptyBin } from '../storage/bin.ts'
import { Database } from '../storage/database.ts'
import { remember } from '../storage/memory.ts'
import { readProject } from '../storage/projects.ts'
import type { ProjectRecord } from '../storage/schema.ts'
import { Tabs, type TabNews } from '../storage/tabs.ts'
import { CompileClient } from '../worker/compile-client.ts'
import { ExportClient } from '../worker/export-client.ts'
import { PreviewClient } from '../worker/preview-client.ts'
import { Commands } from './commands/commands.svelte.ts'
import { Arrivals } from './arrivals.ts'
import { fileCommands } from './commands/file-commands.ts'
import { viewCommands } from './commands/view-commands.ts'
import { Exporting } from './exporting.svelte.ts'
import { Files } from './files.ts'
import { Intake } from './intake.ts'
import { Media } from './media.svelte.ts'
import { Notices } from './notices.svelte.ts'
import { Preview } from './preview.svelte.ts'
import { Project } from './project.svelte.ts'
import { Reading } from './reading.svelte.ts'
import { Saver } from './saver.svelte.ts'
import { ScrollLink } from './scroll-link.svelte.ts'
import { Shelf } from './shelf.svelte.ts'
import { Updates } from './updates.ts'
import { View } from './view.svelte.ts'

/** The whole state of the page: one of each concern, wired together. */
export class App {
  readonly view = new View()
  readonly commands = new Commands()
  readonly scroll = new ScrollLink()
  readonly notices = new Notices()
  readonly project = new Project()
  readonly #database = new Database('laegna', (sentence) => this.notices.warn(sentence))
  readonly #tabs = new Tabs('laegna', (news) => void this.#hear(news))
  readonly preview = new Preview(new PreviewClient(), this.project)
  readonly reading = new Reading(new CompileClient(), this.project)
  readonly saver = new Saver(this.#database, this.project, {
    saved: () => this.#announce(),
    copied: (name, otherId) => this.#reportCopy(name, otherId)
  })
  readonly shelf = new Shelf({
    database: this.#database,
    project: this.project,
    saver: this.saver,
    notices: this.notices,
    opened: () => this.#show(),
    changed: ({ id, revision }) => this.#tabs.tell({ projectId: id, revision })
  })
  readonly media = new Media(this.#database, this.project, this.notices)
  readonly intake = new Intake({
    project: this.project,
    media: this.media,
    notices: this.notices,
    create: (name, files) => this.shelf.create(name, files)
  })
  readonly arrivals = new Arrivals({
    intake: this.intake,
    notices: this.notices,
    create: (name, files) => this.shelf.create(name, files)
  })
  readonly updates = new Updates(this.notices, () => this.saver.flush())
  readonly files = new Files(this)
  readonly exporting = new Exporting(this.#database, new ExportClient(), this.project, this.reading)

  constructor() {
    this.commands.add([...fileCommands(this), ...viewCommands(this)])
  }

  /** Opens the project of the last visit, or the example on the first. */
  async start(): Promise<void> {
    try {
      await emptyBin(this.#database, Date.now())
      await this.shelf.refresh()
      if (await this.shelf.openLast()) return
      if (this.shelf.bin.length > 0) {
        await this.shelf.createEmpty()
        return
      }
    } catch {
      // No storage: the page works all the same, and the saver says that nothing is kept.
    }
    await this.openExample()
  }

  /** Opens the example document as a project of its own. */
  async openExample(): Promise<void> {
    const file = { path: 'example.md', text: exampleText }
    await this.shelf.create('Example', [file], true)
  }

  /** Opens a file of the project. */
  openFile(path: string): void {
    this.project.openPath = path
    this.view.toDesk()
    this.preview.show()
    void this.#rememberFile()
  }

  /** Goes to a place in a file. */
  goTo(path: string, line: number, endLine?: number): void {
    this.openFile(path)
    this.view.goTo(path, line, endLine)
  }

  /** Mends a problem in the editor, where it can be undone. */
  mend({ file, start, fix }: Diagnostic): void {
    // A text that was changed since would be mended in the wrong place.
    if (!fix || !this.reading.current) return
    this.openFile(file)
    this.view.goTo(file, start.line, start.line, fix)
  }

  #show(): void {
    this.media.forget()
    this.reading.restart()
    this.preview.show()
  }

  async #rememberFile(): Promise<void> {
    const { id, openPath } = this.project
    // Forgetting which file was open is no loss worth a word.
    await remember(this.#database, `file:${id}`, openPath ?? '').catch(() => undefined)
  }

  #announce(): void {
    const { id, revision } = this.project
    this.#tabs.tell({ projectId: id, revision })
    void this.shelf.refresh()
  }

  #reportCopy(name: string, otherId: string): void {
    void remember(this.#database, 'project', this.project.id)
    this.notices.offer(
      `Another tab has changed this project. Your version is kept as ${name}; the other is untouched.`,
      [{ label: 'Open the other', run: () => this.shelf.open(otherId) }]
    )
  }

  /** Another tab has stored something: show it, unless edits of our own wait to be stored. */
  async #hear({ projectId, revision }: TabNews): Promise<void> {
    await this.shelf.refresh()
    const { project, saver } = this
    if (projectId !== project.id || revision <= project.revision || saver.isBusy()) return
    const stored = await readProject(this.#database, projectId)
    if (saver.isBusy() || project.id !== projectId) return
    if (stored.project.deletedAt !== null) return this.#leaveDeleted(stored.project)
    project.reload(stored)
    this.reading.refresh()
    this.preview.show()
  }

  async #leaveDeleted({ id, name }: ProjectRecord): Promise<void> {
    if (!(await this.shelf.openLast())) await this.shelf.createEmpty()
    this.notices.offer(`${name} was deleted in another tab.`, [
      { label: 'Restore', run: () => this.shelf.restore(id) }
    ])
  }
}

export const [getApp, setApp] = createContext<App>()
