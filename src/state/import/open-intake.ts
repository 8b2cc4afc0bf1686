import { Bringing } from './bringing.svelte.ts'
import type { ModelAnswers } from '../cards/model-answers.svelte.ts'
import type { Exporting } from '../export/exporting.svelte.ts'
import type { FoundCards } from '../found/found-cards.svelte.ts'
import type { History } from '../history/history.svelte.ts'
import { Intake } from './intake.ts'
import { takeTokenizer } from '../export/take-tokenizer.ts'
import { learnNotes } from '../export/learn-notes.ts'
import type { Media } from '../media/media.svelte.ts'
import type { ImportConflict } from './import-conflict.ts'
import type { Notices } from '../page/notices.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import { readRich } from './rich-paste.ts'
import type { ProjectLibrary } from '../library/project-library.svelte.ts'
import type { View } from '../page/view.svelte.ts'

/** What of the page the intake shows itself in. */
export interface IntakePage {
  readonly project: Project
  readonly media: Media
  readonly notices: Notices
  readonly library: ProjectLibrary
  readonly history: History
  readonly view: View
  readonly exporting: Exporting
  /** Files that were added and are here with other content. */
  importConflict: ImportConflict | undefined
  /** Files of other programs that were added. */
  bringing: Bringing | undefined
  /** A language model that is to be asked. */
  model: File | undefined
  openEarlier(name: string, file: Blob): Promise<void>
  openBackup(name: string, file: Blob): Promise<void>
  getAnswers(): Promise<ModelAnswers>
  getFound(): Promise<FoundCards>
}

/** The intake of the page: what it asks is shown in the page's sheets. */
export function openIntake(page: IntakePage): Intake {
  const { project, media, notices, library, history, view, exporting } = page
  return new Intake({
    project,
    media,
    notices,
    create: (name, files, settings) => library.create(name, files, { settings }),
    keepState: () => history.keep('import'),
    ask: (importConflict) => {
      page.importConflict = importConflict
      view.sheet = 'importConflict'
    },
    bring: (offered) => {
      view.sheet = 'bring'
      page.bringing = new Bringing(view, offered)
      void page.bringing.read()
      return page.bringing.settled
    },
    learn: (ledger) => learnNotes(page, ledger),
    readRich: (html, plain) => readRich(page, { html, plain }),
    openEarlier: (name, file) => page.openEarlier(name, file),
    openBackup: (name, file) => page.openBackup(name, file),
    openReport: async (name, file) => (await page.getAnswers()).open(name, file),
    openModel: async (name, file) => {
      page.model = new File([file], name)
      view.sheet = undefined
      await view.visit('#training')
    },
    openTokenizer: async (name, file) => {
      const before = exporting.tokenizer
      if (!(await takeTokenizer(name, file, page))) return
      const undo = { label: 'Undo', run: () => (exporting.tokenizer = before) }
      notices.tell(`Tokens are counted with ${name} now.`, [undo])
    },
    came: async (files, before, wasShown) => {
      const isNext = wasShown || view.awaitsCards
      view.awaitsCards = false
      const found = await page.getFound()
      await (isNext ? found.showArrivals(files, before) : found.offerArrivals(files, before))
    }
  })
}
