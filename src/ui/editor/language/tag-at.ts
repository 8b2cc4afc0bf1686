import { tagForms, type TagKind } from '../../../laegna.ts'

const longest = Math.max(...Array.from(tagForms.keys(), ({ length }) => length))

/** The tag that begins at a place of a text, if one does. */
export function tagAt(text: string, at: number): { source: string; kind: TagKind } | undefined {
  const ahead = text.slice(at, at + longest)
  const source = ahead.slice(0, ahead.indexOf(']') + 1)
  const form = tagForms.get(source)
  return form && { source, kind: form.kind }
}

/** Where the first tag begins at or after a place, or the text's length. */
export function nextTag(text: string, from: number): number {
  for (let at = text.indexOf('[', from); at !== -1; at = text.indexOf('[', at + 1)) {
    if (tagAt(text, at)) return at
  }
  return text.length
}
