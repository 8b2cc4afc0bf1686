import type { App } from '../../state/app.svelte.ts'
import type { Command } from '../../state/commands/command.ts'

/** Downloads the deck without the panel, where there are cards and nothing has to be decided first. */
export function deckCommand(app: App): Command {
  return {
    id: 'export.deck',
    group: 'Export',
    label: 'Download deck',
    words: 'anki apkg cards export',
    possible: () => app.reading.compilation.cards.length > 0,
    run: async () => {
      const { downloadDeck } = await import('./download-deck.ts')
      await downloadDeck(app)
    }
  }
}
