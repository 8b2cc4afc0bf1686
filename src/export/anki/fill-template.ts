import type { CardTemplate, NoteFields } from './note-type.ts'

/** Both sides of a card as Anki fills the template; fields that are blank leave their section out. */
export function fillTemplate(
  { front, back }: CardTemplate,
  fields: NoteFields
): { front: string; back: string } {
  const question = fill(front, fields)
  return { front: question, back: fill(back, { ...fields, FrontSide: question }) }
}

function fill(template: string, fields: Record<string, string>): string {
  const chosen = template.replace(
    /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g,
    (_section, name: string, content: string) => ((fields[name] ?? '').trim() ? content : '')
  )
  return chosen.replace(/\{\{(\w+)\}\}/g, (_field, name: string) => fields[name] ?? '')
}
