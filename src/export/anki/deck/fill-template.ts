import type { CardTemplate, NoteFields } from './note-type.ts'

export type Side = 'front' | 'back'

/** Writes a field that a template asks for as `{{cloze:…}}`. */
type WriteGaps = (html: string, side: Side) => string

/** Both sides of a card as Anki fills the template; fields that are blank leave their section out. */
export function fillTemplate(
  { front, back }: CardTemplate,
  fields: NoteFields,
  writeGaps: WriteGaps = (html) => html
): Record<Side, string> {
  const write = (side: Side) => (html: string) => writeGaps(html, side)
  const question = fill(front, fields, write('front'))
  return { front: question, back: fill(back, { ...fields, FrontSide: question }, write('back')) }
}

function fill(
  template: string,
  fields: Record<string, string>,
  writeGaps: (html: string) => string
): string {
  const chosen = template.replace(
    /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g,
    (_section, name: string, content: string) => ((fields[name] ?? '').trim() ? content : '')
  )
  return chosen.replace(/\{\{(cloze:)?(\w+)\}\}/g, (_field, cloze, name: string) => {
    const html = fields[name] ?? ''
    return cloze === undefined ? html : writeGaps(html)
  })
}
