import type { SourceRange } from '../../markdown/tree/container-marks.ts'

/** What a header can say (L5.6). */
export type HeaderField = 'title' | 'file_id' | 'deck' | 'tags'

/** Where the keys of a header stand, and their values, as offsets in it. */
export type KeyPlaces = Map<string, { key: SourceRange; value?: SourceRange }>

/**
 * Keys that come near ours, and those by which other tools of flashcards ask for the same
 * (flashcards-obsidian, Obsidian_to_Anki, Yanki and the like), without capitals, blanks, `-` and `_`.
 */
const known: [field: HeaderField, keys: string[]][] = [
  ['title', ['title']],
  ['file_id', ['fileid']],
  [
    'deck',
    [
      'deck',
      'decks',
      'deckname',
      'cardsdeck',
      'carddeck',
      'flashcarddeck',
      'flashcardsdeck'
    ].concat(['ankideck', 'ankideckname', 'targetdeck'])
  ],
  ['tags', ['tags', 'tag', 'ankitags', 'ankitag', 'cardtags', 'cardstags', 'cardtag', 'filetags']]
]
const fields = new Map(known.flatMap(([field, keys]) => keys.map((key) => [key, field] as const)))

/** The field that a key means, in whatever letters; undefined for a key that is not ours. */
export function headerFieldOf(key: string): HeaderField | undefined {
  return fields.get(key.toLowerCase().replace(/[\s_-]+/g, ''))
}

/** A word as YAML reads it: quoted where it could mean something else. */
export function yamlWord(word: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N}_/-]*(?:::?[\p{L}\p{M}\p{N}_/-]+| [\p{L}\p{M}\p{N}_/-]+)*$/u.test(
      word
    ) && !/^(?:null|true|false)$/i.test(word)
  return isPlain ? word : JSON.stringify(word)
}

/** A list of words on one line, as YAML reads it. */
export function yamlList(words: string[]): string {
  return `[${words.map(yamlWord).join(', ')}]`
}
