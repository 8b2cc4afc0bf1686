import { say } from '../../../say/say.ts'
import type { QualityRule } from './rule.ts'
import { weightOfWords } from './weight.ts'

/** Letters and digits, about seven words. */
const LEAST = 40

/** What is left of it says too little to be learned by itself. */
export const shortTexts: QualityRule = {
  name: 'short',
  label: say('Too short'),
  hint: say('Fewer than about seven words, and neither formula nor table.'),
  rest(chunks) {
    if (chunks.some(({ text }) => /\$\$|\{math\}|\\\[|\\begin\{|^\s*\|.*\|/m.test(text)))
      return chunks
    const weight = chunks.reduce((sum, { text }) => sum + weightOfWords(text), 0)
    return weight < LEAST ? [] : chunks
  }
}
