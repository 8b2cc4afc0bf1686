import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Code, Extension, State, TokenizeContext } from 'micromark-util-types'
import { ofReading, readingNow } from './reading.ts'

/** Lets a text be read as if the labels of the options were defined in it; it costs no character. */
export const knownLabels: Extension = {
  flowInitial: { null: { tokenize: tokenizeNothing, partial: true } }
}

const toldNow = ofReading(() => ({ isDone: false }))

function tokenizeNothing(this: TokenizeContext, _: unknown, __: State, nok: State): State {
  const told = toldNow()
  if (!told.isDone) tell(this)
  told.isDone = true
  return (code: Code) => nok(code)
}

function tell({ parser }: TokenizeContext): void {
  for (const label of readingNow().options.labels) {
    const identifier = normalizeIdentifier(label.slice(1))
    if (label.startsWith(':')) parser.defined.push(identifier)
    else (parser.gfmFootnotes ??= []).push(identifier)
  }
}
