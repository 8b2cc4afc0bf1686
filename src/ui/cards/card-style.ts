import { mathStyle } from '../../laegna.ts'

/**
 * What cards need here beside their css in Anki: MathML, in the colours of the card, stands in for MathJax,
 * and a diagram stands beside its code, which is hidden once it is drawn.
 */
export const cardStyle = `${mathStyle('.card')}
.card .math-error,
.card .diagram-trouble {
  color: var(--removed);
}
.card .diagram-trouble {
  font-size: 0.75em;
}
.card .diagram-trouble.unavailable {
  color: var(--quiet);
}
.card .stretch {
  display: block;
  content-visibility: auto;
  contain-intrinsic-block-size: auto 20em;
}
`
