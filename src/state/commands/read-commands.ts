import { cardsOf, type CardViewer } from '../cards/card-viewer.svelte.ts'
import { chapterOfLine } from '../preview/outline.ts'
import type { Preview } from '../preview/preview.svelte.ts'
import type { Project } from '../project/project.svelte.ts'
import type { Reading } from '../project/reading.svelte.ts'
import type { View } from '../page/view.svelte.ts'
import type { Command } from './command.ts'

/** What these commands work with. */
export interface ReadCommandTools {
  cards: CardViewer
  preview: Preview
  project: Project
  reading: Reading
  view: View
}

/** Reading the document, and learning its cards. */
export function readCommands({
  cards,
  preview,
  project,
  reading,
  view
}: ReadCommandTools): Command[] {
  const all = () => reading.compilation.cards
  const ofFile = () => all().filter(({ path }) => path === project.openPath)
  const chapter = () => chapterOfLine(reading.compilation, project.openPath, view.cursorLine)
  const ofChapter = () => cardsOf(all(), project.openPath ?? '', chapter()?.id ?? '')
  return [
    {
      id: 'cards.browse',
      group: 'View',
      label: 'Look through all cards',
      words: 'browse flip anki preview',
      possible: () => all().length > 0,
      run: () => cards.browse(all(), project.name)
    },
    {
      id: 'cards.test',
      group: 'View',
      label: 'Test yourself on all cards',
      words: 'quiz learn study self-test',
      possible: () => all().length > 0,
      run: () => cards.ask(all(), project.name)
    },
    {
      id: 'cards.test-file',
      group: 'View',
      label: 'Test yourself on the cards of this file',
      words: 'quiz learn study self-test',
      possible: () => ofFile().length > 0 && ofFile().length < all().length,
      run: () => cards.ask(ofFile(), project.openPath ?? '')
    },
    {
      id: 'cards.test-chapter',
      group: 'View',
      label: 'Test yourself on this chapter',
      words: 'quiz learn study self-test cursor',
      possible: () => ofChapter().length > 0,
      run: () => cards.ask(ofChapter(), chapter()?.title ?? '')
    },
    {
      id: 'preview.answers',
      group: 'View',
      label: 'Hide or show the answers in the preview',
      words: 'quiz toggle',
      run: () => (preview.quiz = !preview.quiz)
    },
    {
      id: 'preview.print',
      group: 'File',
      label: 'Print this document',
      words: 'paper pdf',
      possible: () => preview.groups.length > 0,
      run: () => print()
    }
  ]
}
