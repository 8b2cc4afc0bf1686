import type { DeckMedia } from './deck-media.ts'

/** What to know of the media of some cards: `inside` the file, or to be brought along `beside` it. */
export function mediaNotes({ files, unread }: DeckMedia, place: 'inside' | 'beside'): string[] {
  const notes: string[] = []
  if (unread.length > 0) {
    const names = unread.slice(0, 3).join(', ') + (unread.length > 3 ? ' and others' : '')
    notes.push(
      `${names} could not be read, so the cards say their description instead. Add the ${unread.length === 1 ? 'file' : 'files'} to the project again.`
    )
  }
  if (files.length > 0 && place === 'beside') {
    notes.push(
      'Pictures and sounds do not fit into this file. The Anki package brings them along; cards from here show them only where Anki has them already.'
    )
  }
  return notes
}
