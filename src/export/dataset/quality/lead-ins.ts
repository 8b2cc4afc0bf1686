import { say } from '../../../say/say.ts'
import { eachChunk, fencedCode, type QualityRule } from './rule.ts'
import { weightOf, withoutDirectives } from './weight.ts'

/** Longer ones say something themselves. */
const MOST = 150

/** `Here is an example:`. It goes with what it announces. */
export const leadIns: QualityRule = {
  name: 'lead-ins',
  label: say('Lead-ins'),
  hint: say('A short sentence that ends in a colon. Each goes with the text that follows it.'),
  rest: eachChunk(
    (text) =>
      /[:：]\**$/.test(withoutDirectives(text).trim()) &&
      !/^\s*(?:[-*+|]|\d+[.)])\s/.test(text) &&
      !fencedCode(text) &&
      weightOf(text) <= MOST
  )
}
