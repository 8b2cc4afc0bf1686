import { wordedError } from '../page/worded.ts'
import { plural } from '../../language/plural.ts'
import { isTrouble } from '../../worker/protocol/trouble.ts'
import type { Adopted, EarlierFile } from '../../worker/export/earlier-export.ts'
import type { Earlier } from '../../worker/export/export-client.ts'
import type { Exporting } from './exporting.svelte.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'

/** What taking cards over works with. */
export interface EarlierTools {
  project: Project
  exporting: Exporting
  notices: Notices
}

/** A file of an earlier export that was opened, and what it would be for the project. */
export interface OpenedEarlier extends Earlier {
  name: string
  source: EarlierFile
  /** Id of the project that it was opened beside. */
  project: string
}

/**
 * What a project knows of the cards that Anki has already. It learns it from an earlier export, as
 * `anki_cards.json` or a package, so that their schedules go on; what is wrong can be forgotten.
 */
export class EarlierCards {
  opened = $state.raw<OpenedEarlier>()
  readonly #tools: EarlierTools
  #key = 0

  constructor(tools: EarlierTools) {
    this.#tools = tools
  }

  /** Looks at a file; gives whether there is something to take over, and says why where not. */
  async open(name: string, file: Blob): Promise<boolean> {
    const { exporting, notices, project } = this.#tools
    const source = { key: ++this.#key, file }
    try {
      const earlier = await exporting.about(source, (job, client) => client.earlier(job))
      const { report } = earlier
      if (report.learned > 0) this.opened = { name, source, project: project.id, ...earlier }
      else notices.tell(`The cards in ${name} are known here already: nothing was changed.`)
      return report.learned > 0
    } catch (error) {
      notices.warn(`${name} was not taken over: ${reasonOf(error)}`)
      return false
    }
  }

  /** Takes the cards of the opened file over; that can be undone. */
  async take(): Promise<void> {
    const { exporting, notices, project } = this.#tools
    const { opened } = this
    this.opened = undefined
    // Another tab may have brought another project here.
    if (!opened || opened.project !== project.id) return
    const { id } = project
    try {
      const adopted = await exporting.about(opened.source, (job, client) => client.adopt(job))
      exporting.learn()
      const { learned } = opened.report
      const sentence = plural(
        learned,
        [
          '{count} card is known now as in {name}, and keeps its schedule in Anki.',
          '{count} cards are known now as in {name}, and keep their schedules in Anki.'
        ],
        { name: opened.name }
      )
      notices.offer(sentence, [{ label: 'Undo', run: () => this.#putBack(id, adopted) }])
    } catch (error) {
      notices.warn(`${opened.name} was not taken over: ${reasonOf(error)}`)
    }
  }

  /** Lets the next export write each note anew, whatever Anki has of it; that can be undone. */
  async renew(): Promise<void> {
    const { exporting, notices, project } = this.#tools
    const { id } = project
    try {
      const adopted = await exporting.about(undefined, (_, client) => client.renew(id))
      exporting.learn()
      notices.tell(
        'The next export writes all cards anew; Anki takes them, and keeps their schedules.',
        [{ label: 'Undo', run: () => this.#putBack(id, adopted) }]
      )
    } catch (error) {
      notices.warn(reasonOf(error))
    }
  }

  async #putBack(projectId: string, adopted: Adopted): Promise<void> {
    const { exporting, notices } = this.#tools
    try {
      await exporting.about(undefined, (_, client) => client.putBack(projectId, adopted))
      exporting.learn()
    } catch (error) {
      notices.warn(reasonOf(error))
    }
  }
}

function reasonOf(error: unknown): string {
  const message = wordedError(error)
  return isTrouble(error, 'refused') ? message : `${message} Nothing is changed; try again.`
}
