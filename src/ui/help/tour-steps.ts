import type { Pane } from '../../state/page/view.svelte.ts'
import { isTouch } from '../touch-words.ts'

/** A step of the tour: what it says, and what it points at. */
export interface TourStep {
  title: string
  text: string
  /** Finds the part of the page; the first that is in sight. */
  target: string
  /** The pane that a narrow screen shows meanwhile. */
  pane: Pane
}

/** The job from end to end: what somebody brings, and what comes of it. */
export const tourSteps: TourStep[] = [
  {
    title: 'Bring what you have',
    text: isTouch
      ? 'Notes, a whole folder, Word documents or a deck of Anki: add them here or paste text. Everything stays in this browser and is saved as you type.'
      : 'Notes, a whole folder, Word documents or a deck of Anki: add them here, drop them anywhere on the page, or paste text. Everything stays in this browser and is saved as you type.',
    target: '.desk > .side, .bar > .drawer',
    pane: 'write'
  },
  {
    title: 'Make cards',
    text: 'What reads like a question and its answer is found, and you take what you like. To make a card yourself, select words and choose Question or Answer beside the text.',
    target: '.desk > .write, .desk > .read',
    pane: 'write'
  },
  {
    title: 'Choose what a model learns',
    text: 'Add blocks and Add chapter beside the text put a chapter into the dataset, piece by piece or as a whole. One setting takes everything.',
    target: '.tools[role="toolbar"], .desk > .write',
    pane: 'write'
  },
  {
    title: 'Check it',
    text: 'Cards, blocks and chapters as they will come out. Each leads to its place in the text. A problem says what is wrong and how to mend it.',
    target: '.desk > .lists, footer.bar',
    pane: 'lists'
  },
  {
    title: 'Take it with you',
    text: 'Export gives a deck that Anki opens, and a dataset with a script that trains. Export again after a change: Anki keeps its schedules.',
    target: '.export, .tabs button:last-child',
    pane: 'write'
  }
]
