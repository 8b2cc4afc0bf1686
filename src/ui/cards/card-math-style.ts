import { mathStyle } from '../../laegna.ts'

/**
 * Anki draws formulas with MathJax; here MathML stands in for it, in the colours of the card. A diagram
 * stands there as a picture alone.
 */
export const cardMathStyle = `${mathStyle('.card')}
.card .math-error {
  color: var(--removed);
}

.card .diagram {
  margin: 0;
}
`
