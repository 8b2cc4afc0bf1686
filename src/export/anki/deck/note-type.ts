import type { Card } from '../../../document/model.ts'
import { cardCss } from './card-css.ts'

/** The fields of our notes, in Anki's order; their names and ids are fixed for good (A3). */
export const fieldNames = ['Question', 'Answer', 'Context', 'Source', 'Extra', 'ID'] as const

export type FieldName = (typeof fieldNames)[number]
/** What a note holds in each field, as HTML. */
export type NoteFields = Record<FieldName, string>

export interface CardTemplate {
  id: number
  name: string
  front: string
  back: string
}

export interface NoteType {
  id: number
  name: string
  /** Whether Anki makes a card of each number of a gap in `Question`; else one of each template. */
  isCloze: boolean
  /** Ids of the fields, in the order of `fieldNames`. */
  fieldIds: number[]
  templates: CardTemplate[]
  css: string
}

/**
 * Seconds since 1970 at which templates or css last changed: Anki takes those of an import only
 * where they are newer, so what people changed in theirs stays until we change ours.
 */
export const noteTypeMod = 1_795_985_000

const context = '{{#Context}}<div class="context">{{Context}}</div>\n{{/Context}}'
const notes =
  '{{#Extra}}\n<div class="extra">{{Extra}}</div>{{/Extra}}{{#Source}}\n<div class="source">{{Source}}</div>{{/Source}}'

const forward: Omit<CardTemplate, 'id'> = {
  name: 'Question → answer',
  front: `${context}<div class="question">{{Question}}</div>`,
  back: `{{FrontSide}}\n<hr id="answer">\n<div class="answer">{{Answer}}</div>${notes}`
}

const backward: Omit<CardTemplate, 'id'> = {
  name: 'Answer → question',
  front: `${context}<div class="answer">{{Answer}}</div>`,
  back: `{{FrontSide}}\n<hr id="answer">\n<div class="question">{{Question}}</div>${notes}`
}

/** The note type of cards that are asked one way. Its ids never change: people have it. */
export const oneWay: NoteType = {
  id: 1_756_001_417_001,
  name: 'Laegna Q&A',
  isCloze: false,
  fieldIds: fieldIds(4_217_390_151_100),
  templates: [{ id: 4_217_390_151_201, ...forward }],
  css: cardCss
}

/** The note type of cards that are asked from both sides. */
export const bothWays: NoteType = {
  id: 1_756_001_417_002,
  name: 'Laegna Q&A (both ways)',
  isCloze: false,
  fieldIds: fieldIds(5_630_284_917_100),
  templates: [
    { id: 5_630_284_917_201, ...forward },
    { id: 5_630_284_917_202, ...backward }
  ],
  css: cardCss
}

/** The note type of sentences with gaps (N3.2); the answer, if there is one, is said with each. */
export const cloze: NoteType = {
  id: 1_756_001_417_003,
  name: 'Laegna Cloze',
  isCloze: true,
  fieldIds: fieldIds(6_184_530_226_100),
  templates: [
    {
      id: 6_184_530_226_201,
      name: 'Gap',
      front: `${context}<div class="question">{{cloze:Question}}</div>`,
      back: `${context}<div class="question">{{cloze:Question}}</div>{{#Answer}}\n<hr id="answer">\n<div class="answer">{{Answer}}</div>{{/Answer}}${notes}`
    }
  ],
  css: cardCss
}

function fieldIds(first: number): number[] {
  return fieldNames.map((_, at) => first + at)
}

/** The note type that the chosen options ask for, for cards of a kind. */
export function noteTypeFor(
  { reversed }: { reversed: boolean },
  kind: Card['kind'] = 'basic'
): NoteType {
  if (kind === 'cloze') return cloze
  return reversed ? bothWays : oneWay
}

/** The numbers, from 0, that Anki gives the cards of a note. */
export function cardOrdinals({ templates }: NoteType, { gaps }: Card): number[] {
  return gaps && gaps.length > 0
    ? gaps.map(({ number }) => number - 1)
    : templates.map((_, ord) => ord)
}
