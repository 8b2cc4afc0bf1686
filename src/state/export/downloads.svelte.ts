import type { NextStep } from '../../laegna.ts'
import { worded } from '../page/worded.ts'
import type { PageCompilation } from '../../worker/reader/page-problem.ts'
import type { WrittenFile } from '../../worker/protocol/messages.ts'
import type { App } from '../app.svelte.ts'
import { isOpen, markOf } from '../project/project-mark.ts'
import type { Exporting } from './exporting.svelte.ts'

/** What came of an export: its files, and what was changed or left out. */
export interface Outcome {
  exporter: string
  files: WrittenFile[]
  notes: string[]
  /** What to do with them. */
  next: NextStep | undefined
}

/** Cards that an export had no more, and that stay in Anki: no later one knows of them. */
export interface Gone {
  exporter: string
  /** Their identities. */
  guids: string[]
  /** What the first of them asked. */
  questions: string[]
}

/** So many cards that are gone are named. */
const NAMED = 20

type Tools = Pick<App, 'exporting' | 'project' | 'reading' | 'notices'>

const known = new WeakMap<Exporting, Downloads>()

/** The downloads of the page: they outlive the panel. */
export function downloadsOf(app: Tools): Downloads {
  const downloads = known.get(app.exporting) ?? new Downloads(app)
  known.set(app.exporting, downloads)
  return downloads
}

/** Downloads the files of exports, and knows what to say of the last one. */
class Downloads {
  readonly #tools: Tools
  #outcome = $state.raw<Outcome & { read: PageCompilation }>()
  #gone = $state.raw<Gone & { project: string }>()

  constructor(tools: Tools) {
    this.#tools = tools
  }

  /** What came of the last export; not of other texts than those of now. */
  get outcome(): Outcome | undefined {
    return this.#outcome?.read === this.#tools.reading.compilation ? this.#outcome : undefined
  }

  /** The cards that went last, whatever became of the texts since. */
  get gone(): Gone | undefined {
    return this.#gone?.project === this.#tools.project.id ? this.#gone : undefined
  }

  /** The person has seen to the cards that went. */
  forgetGone(): void {
    this.#gone = undefined
  }

  /**
   * Writes the files of one exporter and gives each to `offer`. Where another project was opened meanwhile, what came
   * of it is told here: the panel has only that of the open one.
   */
  async download(exporter: string, offer: (file: WrittenFile) => void): Promise<void> {
    const { exporting, project, reading, notices } = this.#tools
    const asked = markOf(project)
    this.#outcome = undefined
    const { files, notes, next, gone, held, why } = await exporting.write(exporter)
    if (why !== undefined && !isOpen(project, asked)) notices.warn(why)
    if (files.length === 0) return
    for (const file of files) offer(file)
    if (gone.length > 0) {
      // Once it is kept, nobody knows of them any more.
      const named = await exporting.changes('gone', 0, NAMED).catch(() => [])
      const questions = named.flatMap(({ before }) => before?.question ?? [])
      this.#gone = { project: asked.id, exporter, guids: gone, questions }
    }
    const remarks = [...notes.map(worded), ...(await exporting.keep(held))]
    if (!isOpen(project, asked)) {
      notices.tell(
        `${asked.name}: ${files.map(({ name }) => name).join(', ')} was given to your downloads.`
      )
      return
    }
    this.#outcome = { read: reading.compilation, exporter, files, notes: remarks, next }
  }
}
