import { definition as commonmarkDefinition } from 'micromark-core-commonmark'
import type { Construct, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { tagText } from './tag-text.ts'

/**
 * CommonMark's link definition, but never one that begins with a tag (L1.3).
 *
 * ```markdown
 * > | [/Q]: What?[Q/]
 *     ^^^^ a question that begins with a colon
 * ```
 */
export const definition: Construct = {
  name: 'definitionUnlessTag',
  tokenize: tokenizeDefinition
}

function tokenizeDefinition(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  return effects.check(tagText, nok, commonmarkDefinition.tokenize.call(this, effects, ok, nok))
}
