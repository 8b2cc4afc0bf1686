import type { BoldTerm } from './bold-term.ts'
import type { Line } from './passage.ts'
import { definitionHead, noName, theoremHead } from './words/statements.ts'

const shape =
  /^(?<mark>\*\*|__)(?<inner>[^*_\r\n]{1,90}?)(?<stop>[.:：]?)\k<mark>(?<more>[ \t]*[(（][^()（）]{1,60}[)）])?(?<gap>[.:：]?(?:[ \t]+|(?<=：)))(?=\S)/u
const bracketed = /^[(（「](?<name>[^()（）「」]+)[)）」][.:：]?$/u

/**
 * Reads `**Definition 3.1 (Group).** …` and its like: asked for is the name alone, of a theorem with the word and
 * number before it. `term` is undefined where such a beginning names nothing; undefined as a whole where a line has none.
 */
export function statementOf({ start, words }: Line): { term: BoldTerm | undefined } | undefined {
  const parts = shape.exec(words)?.groups
  if (!parts) return undefined
  const { mark = '', inner = '', stop = '', more = '', gap = '' } = parts
  const definition = definitionHead.exec(inner)?.groups
  const theorem = definition ? undefined : theoremHead.exec(inner)?.groups
  const { head = '', name = '' } = definition ?? theorem ?? {}
  if (head === '') return undefined
  const bold = mark.length * 2 + inner.length + stop.length
  const meaning = start + bold + more.length + gap.length
  const rest = words.slice(meaning - start)
  const found = (from: number, written: string, said = written): { term: BoldTerm } => ({
    term: {
      term: { start: start + from, end: start + from + written.length },
      words: said,
      replaced: [],
      meaning,
      rest
    }
  })
  const own = bracketed.exec(name)?.groups?.['name']
  const behind = bracketed.exec(more.trim())?.groups?.['name']
  if (theorem) {
    const isNamed = own !== undefined || (name === '' && behind !== undefined)
    if (isNamed) return found(0, words.slice(0, bold + more.length), inner)
    return name === '' ? { term: undefined } : undefined
  }
  const inside = mark.length + head.length
  if (own !== undefined) return found(inside + 1, own)
  if (name !== '') return noName.test(name) ? { term: undefined } : found(inside, name)
  if (behind === undefined) return { term: undefined }
  return found(bold + more.length - more.trimStart().length + 1, behind)
}

const label = /^(?<mark>\*\*|__)(?<inner>[^*_\r\n]{1,40}?)[.:：]?\k<mark>[.:：]?[ \t]+/u

/** Length of a definition's beginning that names nothing: `**Definition.** A *hapten* is …`. */
export function definitionLabel(words: string): number {
  const match = label.exec(words)
  const { name } = definitionHead.exec(match?.groups?.['inner'] ?? '')?.groups ?? {}
  return match && name === '' ? match[0].length : 0
}
