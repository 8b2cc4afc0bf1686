import type { Command } from '../state/commands/command.ts'

/** What Chromium hands to a page that can be installed. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer = $state.raw<InstallOffer>()

/** Hears from the browser whether the page can be installed; gives the command that does it. */
export function installCommand(): Command {
  addEventListener('beforeinstallprompt', (event) => {
    // The page offers it where one looks for it, and the browser does not ask by itself.
    event.preventDefault()
    offer = event as InstallOffer
  })
  addEventListener('appinstalled', () => (offer = undefined))
  return {
    id: 'app.install',
    group: 'Help',
    label: 'Install as an app',
    words: 'home screen offline pwa desktop',
    possible: () => offer !== undefined,
    run: async () => {
      const taken = offer
      offer = undefined
      await taken?.prompt()
    }
  }
}
