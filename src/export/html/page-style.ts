import { documentStyle } from '../../render/preview/document-style.ts'

/** What the styles of a page are tied to: its own root and body, or what stands for them. */
interface Ends {
  root: string
  body: string
}

/** How a saved page looks: by day, by night and on paper. The colours are those of the app. */
export const pageStyleFor = ({ root, body }: Ends): string => `${root} {
  color-scheme: light dark;

  --page: light-dark(#ffffff, #16181b);
  --panel: light-dark(#f7f7f5, #1c1f23);
  --text: light-dark(#1d1f21, #e6e7e9);
  --quiet: light-dark(#5c6166, #a0a6ad);
  --line: light-dark(#e3e3df, #33383e);
  --field-line: light-dark(#8b9096, #6b727a);
  --accent: light-dark(#0b62c4, #6db3ff);
  --question: light-dark(#0072b2, #63b8ea);
  --answer: light-dark(#00795a, #4fc5a3);
  --topic: light-dark(#7a4fb5, #b99bea);
  --block: light-dark(#a65f00, #e3a75c);
  --chapter: light-dark(#b0426f, #e88fb0);
  --error: light-dark(#b3261e, #f4938b);
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

${body} {
  max-width: calc(72ch + 48px);
  margin: 0 auto;
  padding: 24px 24px 20vh;
  background: var(--page);
  color: var(--text);
  font: 1rem / 1.5 var(--sans);
}

a {
  color: var(--accent);
}

.project {
  margin: 0 0 8px;
  font-size: 1.75rem;
  line-height: 1.3;
}

.counts,
.choice,
.path {
  margin: 0 0 12px;
  color: var(--quiet);
  font-size: 0.875rem;
  font-variant-numeric: tabular-nums;
}

.contents {
  margin: 0 0 12px;
  font-size: 0.875rem;
}

.contents summary {
  cursor: pointer;
}

.contents ol {
  padding-inline-start: 1.6em;
}

.head {
  margin-bottom: 24px;
  border-bottom: 1px solid var(--line);
}

.document + .document {
  margin-top: 40px;
  padding-top: 24px;
  border-top: 1px solid var(--line);
}

.captured {
  margin-inline-start: -14px;
  padding-inline-start: 12px;
  border-inline-start: 2px solid color-mix(in srgb, var(--block) 45%, transparent);
}

/* Hidden answers show while they are pointed at. */
${body}:has(#hide-answers:checked) .part-answer:not(:hover) {
  background: var(--panel);
  color: transparent;
}

${body}:has(#hide-answers:checked) .part-answer:not(:hover) * {
  visibility: hidden;
}

${documentStyle}
.document > :not(span),
.captured > :not(span) {
  margin-block: 0.75em;
}

.document > :is(h1, h2),
.captured > :is(h1, h2) {
  margin-block: 1.25em 0.5em;
}

@media print {
  ${root} {
    color-scheme: light;
  }

  ${body} {
    max-width: none;
    padding: 0;
    font-size: 11pt;
  }

  .choice {
    display: none;
  }

  .captured {
    margin: 0;
    padding: 0;
    border: 0;
  }
}
`
