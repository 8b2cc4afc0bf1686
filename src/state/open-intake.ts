import type { App } from './app.svelte.ts'
import { Bringing } from './bringing.svelte.ts'
import { Intake } from './intake.ts'
import { learnNotes } from './learn-notes.ts'
import { readRich } from './rich-paste.ts'

/** The intake of the page: what it asks is shown in the page's sheets. */
export function openIntake(app: App): Intake {
  const { project, media, notices, shelf, history, view } = app
  return new Intake({
    project,
    media,
    notices,
    create: (name, files, settings) => shelf.create(name, files, { settings }),
    keepState: () => history.keep('import'),
    ask: (meeting) => {
      app.meeting = meeting
      view.sheet = 'meeting'
    },
    bring: (offered) => {
      view.sheet = 'bring'
      app.bringing = new Bringing(view, offered)
      void app.bringing.read()
      return app.bringing.settled
    },
    learn: (ledger) => learnNotes(app, ledger),
    readRich: (html, plain) => readRich(app, { html, plain }),
    openEarlier: (name, file) => app.openEarlier(name, file),
    openBackup: (name, file) => app.openBackup(name, file),
    came: async (files, before, wasShown) => {
      const found = await app.getFound()
      await (wasShown ? found.showArrivals(files, before) : found.offerArrivals(files, before))
    }
  })
}
