import type { SidedNote } from '../anki/anki-notes.ts'

/** What a row holds. */
export type TextNote = Pick<SidedNote, 'deck' | 'frontHtml' | 'backHtml' | 'tags' | 'guid'>

/** The lines that tell Anki what the rows hold; no `#columns`, which breaks on translated collections. */
export function headerLines(noteType: string): string {
  return [
    '#separator:tab',
    '#html:true',
    '#if matches:update current',
    `#notetype:${noteType}`,
    '#deck column:1',
    '#tags column:4',
    '#guid column:5',
    ''
  ].join('\n')
}

/** A deck met before its parent makes Anki add a second parent, `Parent+`. */
export function parentsFirst<Note extends { deck: string }>(notes: Note[]): Note[] {
  const depths = new Map<string, number>()
  for (const { deck } of notes) {
    if (!depths.has(deck)) depths.set(deck, deck.split('::').length)
  }
  if (new Set(depths.values()).size < 2) return notes
  return notes.toSorted((a, b) => (depths.get(a.deck) ?? 0) - (depths.get(b.deck) ?? 0))
}

/** A note as a line, every cell quoted: an unquoted `#` or quote would make rows vanish (A2). */
export function noteLine({ deck, frontHtml, backHtml, tags, guid }: TextNote): string {
  return `"${cell(deck)}"\t"${cell(frontHtml)}"\t"${cell(backHtml)}"\t"${cell(tags.join(' '))}"\t"${guid}"\n`
}

function cell(text: string): string {
  return text.includes('"') ? text.replaceAll('"', '""') : text
}
