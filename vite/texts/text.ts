/** A text of the page as its code has it: in English, with `{0}` or `{name}` for values and `<0>…</0>` for elements. */
export interface Text {
  id: string
  /** The same for counts other than one. */
  plural: string | undefined
  /** What stands in the places, as code. */
  values: string[]
  /** Where it is shown. */
  files: string[]
}

/** What a text is known by in the code, and in the catalogues. */
export function keyOf({ id, plural }: { id: string; plural?: string | undefined }): string {
  return plural === undefined ? id : `${id}\n${plural}`
}
