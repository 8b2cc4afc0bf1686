import { say, sayCount, type Said } from '../../../say/say.ts'
import type { DeckMedia } from './deck-media.ts'

/** What to know of the media of some cards: `inside` the file, or to be brought along `beside` it. */
export function mediaNotes({ files, unread }: DeckMedia, place: 'inside' | 'beside'): Said[] {
  const notes: Said[] = []
  if (unread.length > 0) {
    const names = unread.slice(0, 3).join(', ')
    notes.push(
      sayCount(
        unread.length,
        '{names} could not be read, so the cards say their description instead. Add the file to the project again.',
        '{names} could not be read, so the cards say their description instead. Add the files to the project again.',
        { names: unread.length > 3 ? say('{names} and others', { names }) : names }
      )
    )
  }
  if (files.length > 0 && place === 'beside') {
    notes.push(
      say(
        'Pictures and sounds do not fit into this file. The Anki package brings them along; cards from here show them only where Anki has them already.'
      )
    )
  }
  return notes
}
