/** A text as the build has read it: words, `0` for a value, `[0, …]` for an element and what stands in it. */
export type Part = string | number | [number, ...Part[]]
/** As a catalogue of the build holds it; of what is counted, its forms. */
export type CompiledText = string | Part[]

/** What the built page calls where its code has a text: by its number, with what stands in its places. */
export interface Texts {
  (number: number, values?: unknown[]): string
  /** Its parts, for a component that puts elements between them. */
  c: (number: number) => Part[]
  /** The words of parts; what stands in an element begins behind the element's number. */
  x: (parts: Part[], values?: unknown[], start?: number) => string
  /** The forms of what is counted. */
  p: (number: number) => string[]
}

/** Gives out the texts of a catalogue. */
export function textsOf(catalogue: CompiledText[]): Texts {
  const parts = (number: number): Part[] => {
    const text = catalogue[number] ?? ''
    return typeof text === 'string' ? [text] : text
  }
  const inWords = (all: Part[], values: unknown[] = [], start = 1) =>
    all
      .slice(start)
      .map((part) => (typeof part === 'number' ? values[part] : part))
      .join('')
  return Object.assign((number: number, values?: unknown[]) => inWords(parts(number), values, 0), {
    c: parts,
    x: inWords,
    p: (number: number) => catalogue[number] as string[]
  })
}
