import { say } from '../../../say/say.ts'
import type { QualityRule } from './rule.ts'
import { weightOfWords } from './weight.ts'

/** Letters and digits, about seven words. */
const LEAST = 40

/** Formulas and rows of tables say much in few letters. */
const SAYS_MUCH = /\$\$|\{math\}|\\\[|\\begin\{|^\s*\|.*\|/m

/** What is left of it says too little to be learned by itself. */
export const shortTexts: QualityRule = {
  name: 'short',
  label: say('Too short'),
  hint: say('Fewer than about seven words, and neither formula nor table.'),
  rest(chunks) {
    let weight = 0
    for (const { text } of chunks) {
      weight += weightOfWords(text, LEAST)
      if (weight >= LEAST) return chunks
    }
    return chunks.some(({ text }) => SAYS_MUCH.test(text)) ? chunks : []
  }
}
