import type { SourceFile } from '../../document/model.ts'
import type { Database } from '../../storage/database.ts'
import {
  endSnapshots,
  listSnapshots,
  readSnapshot,
  takeSnapshot,
  thinHistory,
  type SnapshotReason
} from '../../storage/history.ts'
import { historySize } from '../../storage/prune-history.ts'
import type { SnapshotRecord } from '../../storage/schema.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import type { Saver } from '../sync/saver.svelte.ts'
import { moment } from '../../language/dates.ts'

/** Milliseconds of work between two snapshots. */
const between = 600_000

/** What the history works with. */
export interface HistoryTools {
  database: Database
  project: Project
  saver: Saver
  notices: Notices
}

/** Earlier states of the open project: kept by themselves, shown and brought back on request. */
export class History {
  /** Newest first. */
  snapshots = $state.raw<SnapshotRecord[]>([])
  /** Units of text and bytes of removed media. */
  size = $state(0)
  readonly #tools: HistoryTools
  #last = 0
  #keeping: Promise<void> | undefined
  #saidFull = false

  constructor(tools: HistoryTools) {
    this.#tools = tools
  }

  /** Keeps the project as it is now; where there is no room, its texts are what matters. */
  async keep(why: SnapshotReason): Promise<void> {
    const { saver } = this.#tools
    this.#last = Date.now()
    this.#keeping = saver.storingNothing(() => this.#take(why))
    await this.#keeping
  }

  async #take(why: SnapshotReason): Promise<void> {
    const { database, project, notices } = this.#tools
    const { id, sample, base } = project
    if (sample || base.revision === 0) return
    try {
      await takeSnapshot(database, id, why, Date.now())
      await thinHistory(database, id, Date.now())
    } catch (error) {
      // The texts are stored; ten minutes later it is tried again.
      if (this.#saidFull || !(error instanceof Error) || error.name !== 'QuotaExceededError') return
      this.#saidFull = true
      notices.warn(
        'There is no room to keep earlier versions of this project. Its texts are stored. Free disk space, or delete older versions in Earlier versions.'
      )
    }
  }

  /** Something was stored: ten minutes of work make a snapshot. */
  worked(): void {
    if (Date.now() - this.#last >= between) void this.keep('work')
  }

  /** Reads what there is of the open project. */
  async load(): Promise<void> {
    const { database, project } = this.#tools
    await this.#keeping
    this.snapshots = await listSnapshots(database, project.id)
    this.size = historySize(this.snapshots)
  }

  /** The texts of a snapshot. */
  texts(snapshot: SnapshotRecord): Promise<SourceFile[]> {
    return readSnapshot(this.#tools.database, snapshot)
  }

  /** Brings texts and settings back; media that came since stay. What is here now is kept first. */
  async restore(snapshot: SnapshotRecord): Promise<void> {
    const { project, notices } = this.#tools
    const files = await this.texts(snapshot)
    await this.keep('restore')
    const before = project.state
    const known = new Set(project.mediaPaths)
    const media = [...before.media, ...snapshot.media.filter(({ path }) => !known.has(path))]
    project.become({ files, settings: snapshot.settings, media })
    await this.load()
    const when = moment(snapshot.at)
    const undo = () => project.become({ ...before, media: project.media })
    notices.tell(`The project is as it was on ${when}.`, [notices.undo(project, undo)])
  }

  /** Ends all snapshots of the open project but that of now. */
  async clear(): Promise<void> {
    const { database, project } = this.#tools
    await endSnapshots(
      database,
      project.id,
      this.snapshots.map(({ at }) => at)
    )
    await this.keep('work')
    await this.load()
  }
}
