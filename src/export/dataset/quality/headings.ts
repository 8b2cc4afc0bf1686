import type { QualityRule } from './rule.ts'

/** A heading by itself: it goes with what follows it. */
export const headings: QualityRule = {
  name: 'headings',
  label: 'Bare headings',
  hint: 'A title with nothing below it. Each goes with the text that follows it.',
  rest: (chunks) => chunks.filter(({ isHeading }) => !isHeading)
}
