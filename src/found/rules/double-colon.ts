import type { Rule } from '../rule.ts'
import { cardsAtColons } from './colons.ts'

/** `Question::Answer`, as Obsidian's flashcard plugins have it. */
export const doubleColon: Rule = {
  name: 'double-colon',
  certain: true,
  sign: /::/,
  find: (note) => cardsAtColons(note, '::')
}
