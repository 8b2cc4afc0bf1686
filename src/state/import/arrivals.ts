import { wordedError } from '../page/worded.ts'
import type { SourceFile } from '../../document/model.ts'
import { takeShared } from '../../offline/shared-files.ts'
import { fileOfLink, holdsDocument, UnreadableLink } from './document-link.ts'
import type { IntakeDoor } from './intake-door.ts'
import type { Notices } from '../page/notices.svelte.ts'
import { projectName } from '../project/project-name.ts'

/** What arrivals work with. */
export interface ArrivalTools {
  intake: IntakeDoor
  notices: Notices
  /** Makes a new project and opens it; says whether that worked. */
  create: (name: string, files: SourceFile[]) => Promise<boolean>
  /** Files are there that a link brought. */
  came: (files: SourceFile[]) => unknown
}

/** The part of the browser's launch queue that is used; only installed apps are given files. */
interface LaunchQueue {
  setConsumer: (consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void) => void
}

/**
 * Takes in what the page is opened with: files that the system opens with the installed app or that
 * are dropped on its icon, what other programs share, a document that a link carries.
 */
export class Arrivals {
  readonly #tools: ArrivalTools

  constructor(tools: ArrivalTools) {
    this.#tools = tools
  }

  /** Takes what came with this opening of the page, and from then on what comes later. */
  async start(): Promise<void> {
    addEventListener('hashchange', () => void this.#takeLink())
    await this.#takeLink()
    await this.#takeShare()
    launchQueue()?.setConsumer(({ files = [] }) => void this.#takeLaunch(files))
  }

  async #takeLink(): Promise<void> {
    const { hash } = location
    if (!holdsDocument(hash)) return
    // Taken once: a reload, or the button back, must not bring it again.
    history.replaceState(history.state, '', location.pathname + location.search)
    const { create, notices, came } = this.#tools
    try {
      const file = await fileOfLink(hash)
      if (!(await create(projectName([file]), [file]))) return
      notices.tell('The document of the link is a new project. Nothing else was changed.')
      came([file])
    } catch (error) {
      if (!(error instanceof UnreadableLink)) throw error
      notices.warn(wordedError(error))
    }
  }

  async #takeShare(): Promise<void> {
    if (!new URLSearchParams(location.search).has('shared')) return
    history.replaceState(history.state, '', location.pathname + location.hash)
    const { files, text } = await takeShared(new URL('./', location.href).href)
    const offered = files.map((file) => ({ path: file.name, file, inFolder: false }))
    if (offered.length > 0) await this.#tools.intake.takeFiles(offered)
    if (text) await this.#tools.intake.takeText(text)
    if (offered.length === 0 && !text) {
      this.#tools.notices.warn(
        'What was shared could not be read. Share it again, or drop it here.'
      )
    }
  }

  async #takeLaunch(handles: readonly FileSystemFileHandle[]): Promise<void> {
    const opening = handles.map(async (handle) => {
      const file = await handle.getFile()
      return { path: file.name, file, inFolder: false }
    })
    if (opening.length > 0) await this.#tools.intake.takeFiles(await Promise.all(opening))
  }
}

function launchQueue(): LaunchQueue | undefined {
  const page: Window & { launchQueue?: LaunchQueue } = window
  return page.launchQueue
}
