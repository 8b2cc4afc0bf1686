import type { Pane } from '../../state/page/view.svelte.ts'

/** A step of the tour: what it says, and what it points at. */
export interface TourStep {
  title: string
  text: string
  /** Finds the part of the page; the first that is in sight. */
  target: string
  /** The pane that a narrow screen shows meanwhile. */
  pane: Pane
}

export const tourSteps: TourStep[] = [
  {
    title: 'Your files',
    text: 'Drop notes, a whole folder, Word documents or a deck of Anki anywhere on the page, or paste text. Everything stays in this browser and is saved as you type.',
    target: '.desk > .side, [aria-label="Files and outline"]',
    pane: 'write'
  },
  {
    title: 'Write',
    text: 'Notes come as they are: what reads like a card in them is found, and you take what you like. To be exact, write tags: [/Q] and [Q/] stand around a question, [/A] and [A/] around its answer, [/T] and [T/] around the name of a chapter; [/BLOCKREAD/] and [/CHAPTREEREAD/] capture text for a model.',
    target: '.desk > .write, .desk > .read',
    pane: 'write'
  },
  {
    title: 'Read',
    text: 'The document as readers see it, drawn while you type.',
    target: '.desk > .read, .desk > .write',
    pane: 'read'
  },
  {
    title: 'See what was read',
    text: 'Cards, blocks, chapters and problems. Each row leads to its place in the text, and a problem says how to mend it.',
    target: '.desk > .lists, .bar[aria-label="Counts"]',
    pane: 'lists'
  },
  {
    title: 'Take it with you',
    text: 'Export gives a deck for Anki and a dataset with training commands. Help has the guide, the shortcuts and this tour.',
    target: '.export, .tabs button:last-child',
    pane: 'write'
  }
]
