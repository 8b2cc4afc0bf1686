import { plural } from '../../language/plural.ts'
import type { Settings, SourceFile } from '../../document/model.ts'
import { defaultSettings } from '../../laegna.ts'
import type { Database } from '../../storage/database.ts'
import { recall, remember } from '../../storage/memory.ts'
import { newId } from '../../storage/new-id.ts'
import {
  listProjects,
  readProject,
  UnreadableProject,
  type StoredProjects
} from '../../storage/projects.ts'
import { readLooseFiles } from '../../storage/recover.ts'
import { missingProjects, noteProjects } from '../../storage/missing-projects.ts'
import { saveProject } from '../../storage/save.ts'
import type { ProjectRecord } from '../../storage/schema.ts'
import { deckAfterRename, deckByName } from './deck-by-name.ts'
import { givenNames } from './given-names.ts'
import { freeName } from '../project/free-name.ts'
import { recoverJournal } from '../sync/recover-journal.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import type { Saver } from '../sync/saver.svelte.ts'

/** What the library works with. */
export interface ProjectLibraryTools {
  database: Database
  project: Project
  saver: Saver
  notices: Notices
  /** Called when another project is open. */
  opened: () => void
  /** Called when a project that is not the open one was changed. */
  changed: (project: Pick<ProjectRecord, 'id' | 'revision'>) => void
}

/** What may be said of a project that is made. */
interface NewProject {
  sample?: boolean
  settings?: Partial<Settings>
  /** Called when its texts are in sight, before it is stored. */
  shown?: () => void
}

/** All projects of this browser: opens, makes, renames, deletes and restores them. */
export class ProjectLibrary {
  projects = $state.raw<ProjectRecord[]>([])
  /** Deleted, and still to be restored. */
  bin = $state.raw<ProjectRecord[]>([])
  /** Ids of projects whose own record is damaged. */
  damaged = $state.raw<string[]>([])
  /** Files of the open project that cannot be read. */
  damagedFiles = $state.raw<string[]>([])
  /** What the next project that somebody begins is for, in settings. */
  wishes: Partial<Settings> = {}
  readonly #tools: ProjectLibraryTools

  constructor(tools: ProjectLibraryTools) {
    this.#tools = tools
  }

  /** Reads the list again. */
  async refresh(): Promise<void> {
    this.#list(await listProjects(this.#tools.database))
  }

  #list({ projects, damaged }: StoredProjects): void {
    this.projects = projects.filter(({ deletedAt }) => deletedAt === null)
    this.bin = projects.filter(({ deletedAt }) => deletedAt !== null)
    this.damaged = damaged
    noteProjects(this.projects.filter(({ sample }) => !sample))
  }

  /** Reads the list at the start of a visit and says aloud what has gone without being deleted. */
  async tellMissing(): Promise<void> {
    const { database, notices } = this.#tools
    const stored = await listProjects(database)
    const { projects, damaged } = stored
    const missing = missingProjects([...projects.map(({ id }) => id), ...damaged])
    this.#list(stored)
    if (damaged.length > 0) {
      notices.warn(
        plural(damaged.length, [
          'The record of {count} project is damaged. Its files can be recovered in Projects.',
          'The records of {count} projects are damaged. Their files can be recovered in Projects.'
        ])
      )
    }
    if (missing.length === 0) return
    const names = missing.map(({ name }) => name)
    const all = projects.length + damaged.length === 0
    notices.warn(
      all
        ? 'This browser has lost all your projects. That happens when the data of the site is cleared, or room runs out. Restore your last backup in Projects.'
        : 'Projects are missing that were here at your last visit. Restore them from a backup in Projects.',
      names
    )
  }

  /** Opens the project of the last visit, else the newest; says whether there was one. */
  async openLast(): Promise<boolean> {
    const last = await recall(this.#tools.database, 'project')
    const known = this.projects.find(({ id }) => id === last) ?? this.projects[0]
    return known !== undefined && (await this.open(known.id))
  }

  /** Opens a project once the one before is stored; says whether that worked. */
  async open(id: string): Promise<boolean> {
    const { database, project, saver, notices } = this.#tools
    if (!(await this.#leave())) return false
    let stored
    let noted
    try {
      const [read, openPath] = await Promise.all([
        readProject(database, id),
        recall(database, `file:${id}`)
      ])
      stored = read
      // What was typed meanwhile belongs to the project that was open.
      while (saver.isBusy() && saver.status.kind !== 'failed') await this.#leave()
      // On its way before anything is shown: who reloads at once comes back to it.
      noted = this.#note(id)
      project.load(stored, openPath)
      this.#warnOfDamage(stored.damaged)
    } catch (error) {
      if (!(error instanceof UnreadableProject)) throw error
      notices.warn('The record of this project is damaged. Its files can be recovered in Projects.')
      return false
    }
    await this.#arrive(noted)
    await recoverJournal(database, project, stored)
    return true
  }

  /** Makes a project of files and opens it; says whether that worked. */
  async create(
    name: string,
    files: SourceFile[],
    { sample = false, settings = {}, shown }: NewProject = {}
  ): Promise<boolean> {
    if (!(await this.#leave())) return false
    const { project, saver } = this.#tools
    this.damagedFiles = []
    const names = this.projects.map((other) => other.name)
    const free = freeName(name, names)
    const record: ProjectRecord = {
      id: newId(),
      name: free,
      revision: 0,
      settings: {
        ...defaultSettings,
        ...deckByName(free),
        ...(sample ? {} : this.wishes),
        ...settings
      },
      paths: files.map(({ path }) => path),
      sample,
      createdAt: 0,
      changedAt: 0,
      deletedAt: null
    }
    const unstored = files.map((file) => ({ ...file, revision: 0, strand: '' }))
    if (!sample) this.wishes = {}
    project.load({ project: record, files: unstored, media: [], conflicts: [], damaged: [] })
    shown?.()
    await saver.storeNew()
    await this.#arrive()
    return true
  }

  /** Renames any project, open or not; its deck gets the name, too, until cards have gone there. */
  async rename(id: string, name: string): Promise<void> {
    const { database, project, changed } = this.#tools
    if (id === project.id) {
      const before = { id, name: project.name, settings: project.settings }
      project.rename(name)
      // Without storage nothing is known, and nothing is changed.
      const deck = await deckAfterRename(database, before, name).catch(() => undefined)
      if (deck && project.id === id) project.configure(deck)
      return
    }
    const known = this.projects.find((other) => other.id === id)
    if (!known) return
    const deck = await deckAfterRename(database, known, name)
    const settings = deck && { settings: { ...known.settings, ...deck } }
    const change = { put: [], remove: [], record: { name, ...settings } }
    const { revision } = await saveProject(database, id, known.revision, change, Date.now())
    changed({ id, revision })
    await this.refresh()
  }

  /** Moves a project into the bin; another one opens if it was open. */
  async remove(id: string): Promise<void> {
    const { database, project, saver, notices, changed } = this.#tools
    if (id === project.id) await saver.flush()
    const name = this.projects.find((other) => other.id === id)?.name ?? project.name
    const { markDeleted } = await import('../../storage/bin.ts')
    changed({ id, revision: await markDeleted(database, id, Date.now()) })
    await this.refresh()
    if (id === project.id && !(await this.openLast())) await this.createEmpty()
    notices.tell(`${name} was deleted. It stays in Projects for 30 days.`, [
      { label: 'Undo', run: () => this.restore(id) }
    ])
  }

  /** Takes a project out of the bin and opens it. */
  async restore(id: string): Promise<void> {
    const { database, notices, changed } = this.#tools
    const { markDeleted } = await import('../../storage/bin.ts')
    changed({ id, revision: await markDeleted(database, id, null) })
    await this.refresh()
    if (!(await this.open(id))) return
    const { warnOfShared } = await import('./shared-cards-warning.ts')
    await warnOfShared(database, notices, id)
  }

  /** Makes a new project of the files of one whose record is damaged, which stays as it is. */
  async recover(id: string): Promise<void> {
    const files = await readLooseFiles(this.#tools.database, id)
    if (files.length > 0) await this.create(givenNames.recovered, files)
    else this.#tools.notices.warn('No file of this project can be read any more.')
  }

  /** Ends a project of the bin for good. */
  async end(id: string): Promise<void> {
    const { endProject } = await import('../../storage/bin.ts')
    await endProject(this.#tools.database, id)
    await this.refresh()
  }

  /** Everything stored of a project as text, just as it is. */
  async raw(id: string): Promise<string> {
    const { readRaw } = await import('../../storage/raw-records.ts')
    return readRaw(this.#tools.database, id)
  }

  /** A project with one empty file, ready to type or paste into. */
  createEmpty(shown?: () => void): Promise<boolean> {
    const files = [{ path: 'untitled.md', text: '' }]
    return this.create(givenNames.untitled, files, shown && { shown })
  }

  async #leave(): Promise<boolean> {
    const { project, saver, notices } = this.#tools
    await saver.flush()
    // Where nothing can be stored, the example at least is no loss.
    if (saver.status.kind !== 'failed' || project.sample) return true
    notices.warn(`${project.name} stays open, because it is not saved: ${saver.status.why}`)
    return false
  }

  async #arrive(noted = this.#note(this.#tools.project.id)): Promise<void> {
    const { saver, opened } = this.#tools
    opened()
    if (saver.status.kind === 'failed') return
    await noted
    await this.refresh()
  }

  /** Lets the next visit begin with a project. */
  async #note(id: string): Promise<void> {
    const { database, saver } = this.#tools
    if (saver.status.kind !== 'failed') await remember(database, 'project', id)
  }

  #warnOfDamage(paths: string[]): void {
    this.damagedFiles = paths
    if (paths.length === 0) return
    const text =
      'Some files of this project could not be read from the storage of this browser. Projects saves as text what is stored of them.'
    this.#tools.notices.warn(text, paths)
  }
}
