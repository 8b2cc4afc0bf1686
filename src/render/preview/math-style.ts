/** How formulas look within an element, given as a selector; `drawMath` has the classes. */
export const mathStyle = (scope: string): string => `
${scope} math {
  font-family: 'Cambria Math', 'STIX Two Math', 'Latin Modern Math', 'Noto Sans Math', math;
  font-size: 1.0625em;
  line-height: normal;
  text-indent: 0;
  direction: ltr;
}

${scope} .math-display {
  display: block;
  overflow: auto hidden;
  padding: 4px 0;
  text-align: center;
  white-space: pre-wrap;
}

${scope} math.tml-display {
  display: block math;
  width: 100%;
}

${scope} math .tml-right {
  text-align: right;
}

${scope} math .tml-left {
  text-align: left;
}

@supports not (-moz-appearance: none) {
  ${scope} math .tml-sml-pad {
    padding-left: 0.05em;
  }

  ${scope} math .tml-med-pad {
    padding-left: 0.1em;
  }

  ${scope} math .tml-lrg-pad {
    padding-left: 0.15em;
  }
}
`
