import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types'

/** A definition elsewhere in a document: `:` or, for a footnote, `^` before its identifier. */
export type KnownLabel = string

/** Lets a text be read as if some labels were defined in it; it costs no character. */
export function knownLabels(labels: readonly KnownLabel[]): Extension {
  let isDone = false
  const teller: Construct = { tokenize: tokenizeNothing, partial: true }
  return { flowInitial: { null: teller } }

  function tokenizeNothing(this: TokenizeContext, _: unknown, __: State, nok: State): State {
    if (!isDone) tell(this)
    return (code: Code) => nok(code)
  }

  function tell({ parser }: TokenizeContext): void {
    isDone = true
    for (const label of labels) {
      const identifier = normalizeIdentifier(label.slice(1))
      if (label.startsWith(':')) parser.defined.push(identifier)
      else (parser.gfmFootnotes ??= []).push(identifier)
    }
  }
}
