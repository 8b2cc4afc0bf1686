import { say } from '../../../say/say.ts'
import type { QualityRule } from './rule.ts'

/** A heading by itself: it goes with what follows it. */
export const headings: QualityRule = {
  name: 'headings',
  label: say('Bare headings'),
  hint: say('A title with nothing below it. Each goes with the text that follows it.'),
  rest: (chunks) => chunks.filter(({ isHeading }) => !isHeading)
}
