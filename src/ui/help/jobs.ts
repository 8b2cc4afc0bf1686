import type { Settings } from '../../document/model.ts'
import type { ExportGroup } from '../../laegna.ts'
import type { ListName } from '../../state/page/view.svelte.ts'
import { isTouch } from '../touch-words.ts'

/** What the page is for: the way from what somebody has to what they want. */
interface Job {
  title: string
  steps: { title: string; text: string }[]
  /** Of a project that is begun for it. */
  settings: Partial<Settings>
  /** Where its results are seen, and where they go out. */
  list: ListName
  group: ExportGroup
}

export const jobs: Record<'cards' | 'dataset', Job> = {
  cards: {
    title: 'Cards from my notes',
    steps: [
      {
        title: 'Bring your notes',
        text: `Markdown, Obsidian, Word, web pages, e-books, tables, or a deck of Anki. They stay in this browser. ${isTouch ? 'Pasting them' : 'Dropping or pasting them anywhere on the page'} does the same.`
      },
      {
        title: 'Take the cards',
        text: 'What reads like a question and its answer is found, and you take what you like. For the rest, select words and choose Question or Answer beside the text.'
      },
      {
        title: 'Export to Anki',
        text: 'Export gives a deck that Anki opens by itself. Export again after you have changed your notes: Anki updates its cards and keeps their schedules.'
      }
    ],
    settings: {},
    list: 'cards',
    group: 'anki'
  },
  dataset: {
    title: 'A dataset from my documents',
    steps: [
      {
        title: 'Bring your documents',
        text: 'Markdown, Word, web pages, e-books, text. They stay in this browser. Every chapter and every block of them is read; the settings can limit that to parts that you mark.'
      },
      {
        title: 'See what a model will learn',
        text: 'Each block, chapter and card is a training item, listed beside the text. Training shows how many tokens there are, and what fits your model and machine.'
      },
      {
        title: 'Export the dataset',
        text: 'Export gives a zip: records to train and to check with, and a script that trains. Training prints the commands for your system.'
      }
    ],
    settings: { capture: 'all' },
    list: 'blocks',
    group: 'dataset'
  }
}
