import type { Rule } from '../rule.ts'
import { cardsAtColons } from './colons.ts'

/** `One side:::The other`: asked both ways. */
export const tripleColon: Rule = {
  name: 'triple-colon',
  certain: true,
  sign: /:::/,
  find: (note) => cardsAtColons(note, ':::')
}
