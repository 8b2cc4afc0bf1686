import { mathStyle } from '../../laegna.ts'

/** Anki draws formulas with MathJax; here MathML stands in for it, in the colours of the card. */
export const cardMathStyle = `${mathStyle('.card')}
.card .math-error {
  color: var(--removed);
}
`
