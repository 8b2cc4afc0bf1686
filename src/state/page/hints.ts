import type { Settings } from '../../document/model.ts'
import { plural } from '../../language/plural.ts'
import type { PageCompilation } from '../../worker/reader/page-problem.ts'

/** A state of the project worth a sentence, and what to offer. */
export interface Hint {
  kind: 'found' | 'no-tags' | 'only-mistakes' | 'held-back'
  text: string
}

/** Cards that the notes hold without tags: how many, and whether that is known yet. */
interface FoundCount {
  offer: number
  isKnown: boolean
}

const howTo =
  'Write a card as Question::Answer on a line, or with [/Q]…[Q/] around a question and [/A]…[A/] around its answer.'

/** What a person should know of a project that gives nothing, or not all of itself. */
export function hintsFor(
  { files, blocks, chapters, cards, diagnostics }: PageCompilation,
  heldBack: string[],
  settings: Settings,
  { offer, isKnown }: FoundCount = { offer: 0, isKnown: true }
): Hint[] {
  const hints: Hint[] = heldBack.map((path) => ({
    kind: 'held-back',
    text: `${path} took too long to read and was left out; everything else goes on. Read it again if this machine was busy; else shorten or split it.`
  }))
  if (offer > 0) hints.unshift({ kind: 'found', text: `${possibleCards(offer)} found` })
  const items = blocks.length + chapters.length + cards.length
  const isBlank = files.every(({ tree, tagCount }) => tree.length === 0 && tagCount === 0)
  if (items > 0 || isBlank) return hints
  const [first] = files
  const only = files.length === 1 ? first?.path : undefined
  if (files.every(({ tagCount }) => tagCount === 0) && settings.capture === 'tagged') {
    if (offer > 0 || !isKnown) return hints
    const text =
      only === undefined
        ? `None of the ${files.length} files holds a tag, so there are no cards and no dataset yet. ${howTo}`
        : `${only} holds no tag, so there are no cards and no dataset yet. ${howTo}`
    return [...hints, { kind: 'no-tags', text }]
  }
  const problems = diagnostics.filter(({ severity }) => severity !== 'info')
  if (problems.length === 0) return hints
  const count = problems.some(({ severity }) => severity === 'error')
    ? plural(problems.length, ['{count} mistake', '{count} mistakes'])
    : plural(problems.length, ['{count} warning', '{count} warnings'])
  const text =
    only === undefined
      ? `None of the ${files.length} files gives anything yet: ${count} to mend first.`
      : `${only} gives nothing yet: ${count} to mend first.`
  return [...hints, { kind: 'only-mistakes', text }]
}

/** `27 possible cards`. */
export function possibleCards(count: number): string {
  return plural(count, ['{count} possible card', '{count} possible cards'])
}
