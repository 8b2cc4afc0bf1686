import { createContext } from 'svelte'
import type { SourceFile } from '../document/model.ts'
import type { PageProblem } from '../worker/reader/page-problem.ts'
import { markBuild } from '../storage/build.ts'
import { Database } from '../storage/database.ts'
import { remember } from '../storage/memory.ts'
import { wasHere } from '../storage/missing-projects.ts'
import type { ProjectRecord } from '../storage/schema.ts'
import { Tabs, type TabNews } from '../storage/tabs.ts'
import { CompileClient } from '../worker/reader/compile-client.ts'
import { ExportClient } from '../worker/export/export-client.ts'
import { PreviewClient } from '../worker/reader/preview-client.ts'
import type { ModelAnswers } from './cards/model-answers.svelte.ts'
import { CardViewer } from './cards/card-viewer.svelte.ts'
import type { Bringing } from './import/bringing.svelte.ts'
import { Backups } from './backup/backups.svelte.ts'
import { Commands } from './commands/commands.svelte.ts'
import { fileCommands } from './commands/file-commands.ts'
import { viewCommands } from './commands/view-commands.ts'
import { Copies } from './library/copies.svelte.ts'
import type { EarlierCards } from './export/earlier-cards.svelte.ts'
import { Exporting } from './export/exporting.svelte.ts'
import { freeName } from './project/free-name.ts'
import { Files } from './project/files.ts'
import type { Finding } from './find/finding.svelte.ts'
import type { Folder } from './folder/folder.svelte.ts'
import type { FoundCards } from './found/found-cards.svelte.ts'
import { History } from './history/history.svelte.ts'
import { IntakeDoor } from './import/intake-door.ts'
import { Media } from './media/media.svelte.ts'
import type { ImportConflict } from './import/import-conflict.ts'
import { Notices } from './page/notices.svelte.ts'
import { Preview } from './preview/preview.svelte.ts'
import { Project } from './project/project.svelte.ts'
import { Reading } from './project/reading.svelte.ts'
import type { Conflicts } from './sync/conflicts.ts'
import { StorageQuota } from './sync/quota.svelte.ts'
import { Saver } from './sync/saver.svelte.ts'
import { ScrollLink } from './preview/scroll-link.svelte.ts'
import { language } from '../language/language.ts'
import { givenNames } from './library/given-names.ts'
import { ProjectLibrary } from './library/project-library.svelte.ts'
import { Sync } from './sync/sync.ts'
import { Tokens } from './export/tokens.svelte.ts'
import { View } from './page/view.svelte.ts'

/** The whole state of the page: one of each concern, wired together. */
export class App {
  readonly view = new View()
  readonly cards = new CardViewer(this.view)
  readonly commands = new Commands()
  readonly scroll = new ScrollLink()
  readonly notices = new Notices()
  readonly project = new Project()
  readonly #database = new Database('laegna', (sentence) => this.notices.warn(sentence))
  readonly #tabs = new Tabs('laegna', (news) => void this.#hear(news))
  readonly preview = new Preview(new PreviewClient(), this.project)
  readonly reading = new Reading(new CompileClient(), this.project, () => this.#keepCounts())
  readonly saver = new Saver(this.#database, this.project, {
    saved: (revision, others) => this.#announce(revision, others),
    copied: (name) => this.#reportCopy(name)
  })
  readonly #sync = new Sync({
    database: this.#database,
    project: this.project,
    saver: this.saver,
    deleted: (project) => this.#leaveDeleted(project),
    fileDeleted: (file) => this.#tellDeleted(file)
  })
  readonly library = new ProjectLibrary({
    database: this.#database,
    project: this.project,
    saver: this.saver,
    notices: this.notices,
    opened: () => this.#show(),
    changed: ({ id, revision }) => this.#tabs.tell({ projectId: id, revision })
  })
  readonly media = new Media(this.#database, this.project, this.notices)
  readonly intake = new IntakeDoor(this)
  /** Files that were added and are here with other content. */
  importConflict = $state.raw<ImportConflict>()
  /** Files of other programs that were added. */
  bringing = $state.raw<Bringing>()
  /** Cards of an earlier export; not there before one is opened. */
  earlier = $state.raw<EarlierCards>()
  /** Cards in its notes that hold no tags; not there before they are first looked for. */
  found = $state.raw<FoundCards>()
  /** What a model answered to the cards; not there before the first project is. */
  answers = $state.raw<ModelAnswers>()
  /** A language model that was dropped and is to be asked. */
  model = $state.raw<File>()
  /** Where the open project is edited on the disk; not there before the first text is. */
  folder = $state.raw<Folder>()
  /** Finding in all files; not there before somebody looks for something. */
  finding = $state.raw<Finding>()
  readonly history = new History({
    database: this.#database,
    project: this.project,
    saver: this.saver,
    notices: this.notices
  })
  readonly backups = new Backups({
    database: this.#database,
    project: this.project,
    library: this.library,
    history: this.history,
    notices: this.notices
  })
  readonly quota = new StorageQuota()
  readonly copies = new Copies(this.#database)
  readonly files = new Files(this)
  readonly #exportClient = new ExportClient()
  readonly tokens = new Tokens(this.#exportClient, this.project)
  readonly exporting = new Exporting({
    database: this.#database,
    client: this.#exportClient,
    project: this.project,
    reading: this.reading,
    exported: () => void this.history.keep('export'),
    learned: () => {
      const { id, base } = this.project
      this.#tabs.tell({ projectId: id, revision: base.revision, exported: true })
    }
  })

  constructor() {
    this.commands.add([...fileCommands(this), ...viewCommands(this)])
  }

  /** The page comes into sight or goes out of it: perhaps for good, perhaps after a long sleep. */
  async turn(): Promise<void> {
    await this.saver.flush()
    if (document.visibilityState === 'visible') await this.#sync.now()
  }

  /** Opens the project of the last visit, or the example on the first. */
  async start(): Promise<void> {
    try {
      // At a first visit the page itself comes over the network first.
      if (wasHere()) this.reading.begin()
      await Promise.all([markBuild(this.#database), this.library.tellMissing()])
      void this.#tidy()
      if (await this.library.openLast()) return
      if (this.library.bin.length > 0) {
        await this.library.createEmpty()
        return
      }
    } catch {
      // No storage: the page works all the same, and the saver says that nothing is kept.
    }
    await this.openExample()
  }

  /** Says what the browser cut off when the page was here last. */
  async tellOfCutOff(): Promise<void> {
    const { tellOfCutOff } = (await import('./later.ts')).later
    const sentence = tellOfCutOff()
    if (sentence !== undefined) this.notices.warn(sentence)
  }

  /** Takes in what the page is opened with, now and later: after the text, which comes first. */
  async takeArrivals(): Promise<void> {
    const { Arrivals } = (await import('./later.ts')).later
    const { intake, notices, library } = this
    const create: typeof library.create = (name, files) => library.create(name, files)
    const came = (files: SourceFile[]) => this.#offerFound(files, [])
    await new Arrivals({ intake, notices, create, came }).start()
  }

  /** Keeps the page for use without a network; `script` is the address of its first script. */
  async takeUpdates(script: string): Promise<void> {
    const { Updates } = (await import('./later.ts')).later
    await new Updates(this.notices, () => this.saver.flush()).start(script)
  }

  /** What settles texts that two tabs changed. */
  async getConflicts(): Promise<Conflicts> {
    const { Conflicts } = await import('./sync/conflicts.ts')
    return new Conflicts(this.#database, this.project, this.notices)
  }

  /** What edits a folder of the disk in place; loaded when it is first asked for. */
  async getFolder(): Promise<Folder> {
    const { Folder } = (await import('./later.ts')).later
    const { project, media, notices, library } = this
    this.folder ??= new Folder({
      project,
      media,
      notices,
      create: (name, files, settings) => library.create(name, files, { settings }),
      came: (files, before) => this.#offerFound(files, before),
      projectIds: () => {
        const { projects, bin, damaged } = library
        return [...[...projects, ...bin].map(({ id }) => id), ...damaged]
      }
    })
    return this.folder
  }

  /** Shows what is in a backup. */
  async openBackup(name: string, file: Blob): Promise<void> {
    if (await this.backups.open(file, name)) this.view.sheet = 'restore'
  }

  /** Shows what the cards of an earlier export would be for the project. */
  async openEarlier(name: string, file: Blob): Promise<void> {
    const earlier = await this.getEarlier()
    if (await earlier.open(name, file)) this.view.sheet = 'earlier'
  }

  /** What the project knows of the cards that Anki has. */
  async getEarlier(): Promise<EarlierCards> {
    const { EarlierCards } = await import('./export/earlier-cards.svelte.ts')
    return (this.earlier ??= new EarlierCards(this))
  }

  /** What finds cards in notes without tags. */
  async getFound(): Promise<FoundCards> {
    const { FoundCards } = (await import('./later.ts')).later
    return (this.found ??= new FoundCards(this))
  }

  /** What finds in all files. */
  async getFinding(): Promise<Finding> {
    const { Finding } = await import('./find/finding.svelte.ts')
    return (this.finding ??= new Finding(this.project, this.view))
  }

  /** What a model answered to the cards of the open project. */
  async getAnswers(): Promise<ModelAnswers> {
    const { ModelAnswers } = (await import('./later.ts')).later
    return (this.answers ??= new ModelAnswers(this, this.#database))
  }

  /** Offers what texts that came in may hold beyond those they replace. */
  async #offerFound(files: readonly SourceFile[], before: readonly SourceFile[]): Promise<void> {
    await (await this.getFound()).offerArrivals(files, before)
  }

  /** Opens the example as a project of its own. */
  async openExample(): Promise<void> {
    const { exampleProject } = await import('../examples/example-project.ts')
    const files = await exampleProject(language.code)
    await this.library.create(givenNames.example, files, { sample: true })
  }

  /** Opens the document that this program began with as a project of its own. */
  async openOriginal(): Promise<void> {
    const { originalExample } = await import('../examples/example-project.ts')
    await this.library.create(givenNames.original, originalExample, { sample: true })
  }

  /** Opens a new project, ready to be typed into. */
  async startEmpty(): Promise<void> {
    const write = async (): Promise<void> => {
      // What closes gives the focus back to what opened it: the text takes it after that.
      this.view.sheet = undefined
      await this.view.showText()
      this.goTo(this.project.openPath ?? '', 1)
    }
    // At once: what is typed while the project is stored is not to be in another place then.
    await this.library.createEmpty(() => void write())
  }

  /** Opens a file of the project. */
  openFile(path: string): void {
    this.project.openPath = path
    void this.view.toDesk()
    void this.#rememberFile()
  }

  /** Goes to a place in a file. */
  goTo(path: string, line: number, endLine?: number): void {
    this.openFile(path)
    this.view.goTo(path, line, endLine)
  }

  /** Mends a problem in the editor, where it can be undone. */
  mend({ file, start, fix }: PageProblem): void {
    // A text that was changed since would be mended in the wrong place.
    if (!fix || !this.reading.current) return
    this.openFile(file)
    this.view.goTo(file, start.line, start.line, fix)
  }

  /** Ends what is too old to be kept: that can wait, and is no reason to open nothing. */
  async #tidy(): Promise<void> {
    const emptied = import('./later.ts').then(({ later }) =>
      later.emptyBin(this.#database, Date.now())
    )
    await emptied.catch(() => undefined)
    await this.copies.endOld()
  }

  #show(): void {
    void this.history.keep('open')
    void this.backups.look()
    this.media.forget()
    this.reading.restart()
    this.tokens.restart()
    void this.getAnswers().then((answers) => answers.look())
    this.saver.savedAt = undefined
    void this.getFolder().then((folder) => folder.follow())
  }

  async #rememberFile(): Promise<void> {
    const { id, openPath } = this.project
    // Forgetting which file was open is no loss worth a word.
    await remember(this.#database, `file:${id}`, openPath ?? '').catch(() => undefined)
  }

  #announce(revision: number, others: boolean): void {
    this.#tabs.tell({ projectId: this.project.id, revision })
    this.#keepCounts()
    void this.library.refresh()
    this.history.worked()
    if (!this.project.sample) void this.quota.ask()
    if (others) void this.#sync.now()
  }

  #keepCounts(): void {
    if (this.saver.status.kind === 'saved') this.reading.keepCounts()
  }

  #reportCopy(name: string): void {
    void remember(this.#database, 'project', this.project.id)
    this.notices.warn(
      `This project was deleted in another tab while you wrote. What you have here is kept as ${name}.`
    )
  }

  /** Another tab has stored something: show it. */
  async #hear({ projectId, revision, exported }: TabNews): Promise<void> {
    if (exported && projectId === this.project.id) this.exporting.hear()
    await this.library.refresh()
    const { id, base } = this.project
    if (projectId === id && revision > base.revision) await this.#sync.now()
  }

  /** The file after it is in sight: what is being typed must not go into that one. */
  #tellDeleted(file: SourceFile): void {
    const { activeElement } = document
    const focused = activeElement?.shadowRoot?.activeElement ?? activeElement
    if (focused instanceof HTMLElement) focused.blur()
    this.notices.offer(`${file.path} was deleted in another tab.`, [
      this.notices.undo(
        this.project,
        () => {
          const path = freeName(file.path, this.project.paths)
          this.project.put([{ ...file, path }])
          this.openFile(path)
        },
        'Restore'
      )
    ])
  }

  async #leaveDeleted({ id, name }: ProjectRecord): Promise<void> {
    if (!(await this.library.openLast())) await this.library.createEmpty()
    this.notices.offer(`${name} was deleted in another tab.`, [
      { label: 'Restore', run: () => this.library.restore(id) }
    ])
  }
}

export const [getApp, setApp] = createContext<App>()
