import { htmlToMarkdown } from '../html/to-markdown.ts'
import { pageHtml } from './field-html.ts'
import { noteSides, type NoteSides } from './note-sides.ts'
import type { DeckNote } from './read-deck.ts'

/** A note as a card of Laegna Markdown. */
export interface NoteCard {
  note: DeckNote
  sides: NoteSides
  question: string
  answer: string
}

/** Why a note makes no card. */
export type Reason = 'occlusion' | 'front' | 'back' | 'gaps'

/** Writes notes as cards; `placeOf` gives the address of a medium of the deck, and hears of each. */
export class CardMaker {
  readonly #placeOf: (name: string) => string

  constructor(placeOf: (name: string) => string) {
    this.#placeOf = placeOf
  }

  /** The card of a note, or why it makes none. */
  make(note: DeckNote): NoteCard | Reason {
    const { kind } = note.type
    if (kind === 'occlusion') return 'occlusion'
    const sides = noteSides(note)
    const side = (fields: number[]) =>
      fields
        .map((at) => this.#markdown(note.fields[at] ?? '', kind === 'cloze'))
        .filter((text) => text !== '')
        .join('\n\n')
    const question = side(sides.question)
    const answer = side(sides.answer)
    if (question === '') return 'front'
    if (kind === 'basic' && answer === '') return 'back'
    if (kind === 'cloze' && !/\{\{c\d+::/.test(question)) return 'gaps'
    return { note, sides, question, answer }
  }

  #markdown(html: string, hasGaps: boolean): string {
    // Most fields are a few words, and a parser takes its time.
    if (plainWords.test(html)) return html.trim()
    const placeOf = (address: string) =>
      /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address) ? address : this.#placeOf(address)
    const { text } = htmlToMarkdown(`<body>${pageHtml(html)}`, {
      path: '',
      target: '',
      placeOf,
      signs: hasGaps ? 'gaps' : 'none'
    })
    return text.trim()
  }
}

/** Words in which nothing can be a sign of Markdown, of HTML or of ours. */
const plainWords = /^(?!\d+[.)])[\p{L}\p{N}][\p{L}\p{M}\p{N} ,;?'"()/–—…’“”„。、？「」]*\.?$/u
