import { mathStyle } from './math-style.ts'

/**
 * How a document looks, wherever it is shown: in the preview, and in a page that was saved. Elements
 * come from the text, so they are styled by name. Colours are names that the page around defines.
 */
export const documentStyle = `
.document {
  font-size: 1rem;
  line-height: 1.6;
  overflow-wrap: break-word;

  --code-keyword: light-dark(#9a2f5f, #f092b8);
  --code-text: light-dark(#1f6b3a, #8fd0a0);
  --code-number: light-dark(#8a4b00, #e8b272);
  --code-name: light-dark(#0b57a8, #84bdf5);
  --code-type: light-dark(#5b4aa8, #b9aaf2);
}

.document :is(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, blockquote, figure, pre) {
  margin: 0;
}

.document :is(h1, h2, h3, h4, h5, h6) {
  line-height: 1.3;
  text-wrap: balance;
}

.document h1 {
  margin-top: 0.2em;
  font-size: 1.75rem;
}

.document h2 {
  margin-top: 0.6em;
  font-size: 1.25rem;
}

.document h3 {
  margin-top: 0.4em;
  font-size: 1.0625rem;
}

.document :is(h4, h5, h6) {
  font-size: 1rem;
}

.document :is(ul, ol) {
  padding-inline-start: 1.6em;
  list-style: revert;
}

.document dt {
  font-weight: 600;
}

.document dd {
  margin-top: 0.2em;
  padding-inline-start: 1.6em;
}

.document dd + dt {
  margin-top: 0.6em;
}

.document :is(li, td, th, dd, blockquote, details, .callout) > :not(:first-child) {
  margin-top: 0.5em;
}

.document mark {
  padding: 0 0.1em;
  border-radius: 3px;
  color: inherit;
  background: light-dark(#fff0a0, #5a4b00);
}

.document .contains-task-list {
  padding-inline-start: 0.4em;
  list-style: none;
}

.document blockquote {
  padding-inline-start: 1em;
  border-inline-start: 3px solid var(--line);
  color: var(--quiet);
}

.document .callout {
  --callout: light-dark(#0b57a8, #84bdf5);

  padding: 8px 14px;
  border-inline-start: 3px solid var(--callout);
  border-radius: 4px;
  background: color-mix(in srgb, var(--callout) 8%, transparent);
}

.document :is(.callout-tip, .callout-success) {
  --callout: light-dark(#1f6b3a, #8fd0a0);
}

.document :is(.callout-question, .callout-warning) {
  --callout: light-dark(#8a4b00, #e8b272);
}

.document :is(.callout-failure, .callout-danger, .callout-bug) {
  --callout: light-dark(#b3261e, #f4938b);
}

.document .callout-example {
  --callout: light-dark(#5b4aa8, #b9aaf2);
}

.document .callout-quote {
  --callout: var(--quiet);
}

.document .callout-title {
  font-weight: 600;
}

.document .callout-kind {
  color: var(--callout);
}

.document :is(code, pre) {
  font-family: var(--mono);
  font-size: 0.875em;
}

.document :is(pre, code) {
  direction: ltr;
  unicode-bidi: isolate;
}

.document pre > code {
  font-size: 1em;
}

.document :not(pre) > code {
  padding: 0.1em 0.35em;
  border-radius: 4px;
  background: var(--panel);
}

.document pre {
  padding: 12px 16px;
  overflow: auto;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--panel);
  line-height: 1.5;
  tab-size: 4;
}

.document table {
  display: block;
  max-width: 100%;
  overflow: auto;
  border-collapse: collapse;
}

.document :is(th, td) {
  padding: 4px 12px;
  border: 1px solid var(--line);
}

.document th {
  background: var(--panel);
  text-align: start;
}

.document hr {
  margin: 1em 0;
  border: 0;
  border-top: 1px solid var(--line);
}

.document summary {
  cursor: pointer;
}

.document :is(img, video) {
  max-width: 100%;
  height: auto;
}

.document audio {
  width: min(100%, 26em);
  vertical-align: middle;
}

.document .diagram > img {
  display: block;
}

/* Drawn on white: by night that becomes the dark of the page, and colours stay. */
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) .document .diagram > img {
    filter: invert(0.91) hue-rotate(180deg);
  }
}

@media screen {
  :root[data-theme='dark'] .document .diagram > img {
    filter: invert(0.91) hue-rotate(180deg);
  }
}

.document .image {
  padding: 0 0.4em;
  border: 1px dashed var(--field-line);
  border-radius: 4px;
  color: var(--quiet);
  font-size: 0.875em;
}

.document .sr-only {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}

.document .footnotes {
  border-top: 1px solid var(--line);
  font-size: 0.875em;
}

.document .tag {
  --kind: var(--quiet);

  display: inline-block;
  margin-inline-end: 0.5em;
  padding: 0 4px;
  border: 0;
  border-radius: 4px;
  background: color-mix(in srgb, var(--kind) 10%, transparent);
  color: color-mix(in srgb, var(--kind) 80%, var(--text));
  font: 600 0.625rem / 1.5 var(--sans);
  letter-spacing: 0.02em;
  vertical-align: 0.15em;
}

.document .tag-topic {
  --kind: var(--topic);
}

.document .tag-question {
  --kind: var(--question);
}

.document .tag-answer {
  --kind: var(--answer);
}

.document .tag-block-reader {
  --kind: var(--block);
}

.document .tag-chapter-reader {
  --kind: var(--chapter);
}

.document :is(h1, h2, h3) .tag {
  vertical-align: middle;
}

.document .tag-line {
  line-height: 1;
}

.document span.part-question {
  font-weight: 600;
}

.document .part-question .gap-mark {
  color: var(--quiet);
  font-size: 0.8em;
  font-weight: 400;
}

.document :is(:not(span).part-question, :not(span).part-answer) {
  padding-inline-start: 12px;
  border-inline-start: 2px solid color-mix(in srgb, var(--question) 45%, transparent);
}

.document :not(span).part-answer {
  border-color: color-mix(in srgb, var(--answer) 45%, transparent);
}

.document :is(ul, ol):is(.part-question, .part-answer) {
  padding-inline-start: calc(1.6em + 12px);
}

${mathStyle('.document')}
.document .math-error {
  color: var(--error);
  text-decoration: underline wavy 1px;
  text-underline-offset: 3px;
}

.document :is(.hljs-comment, .hljs-quote, .hljs-meta) {
  color: var(--quiet);
}

.document :is(.hljs-keyword, .hljs-selector-tag, .hljs-tag, .hljs-name, .hljs-deletion) {
  color: var(--code-keyword);
}

.document :is(.hljs-string, .hljs-regexp, .hljs-addition, .hljs-link, .hljs-char) {
  color: var(--code-text);
}

.document :is(.hljs-number, .hljs-literal, .hljs-symbol, .hljs-bullet, .hljs-variable) {
  color: var(--code-number);
}

.document :is(.hljs-title, .hljs-section, .hljs-function, .hljs-selector-id) {
  color: var(--code-name);
}

.document :is(.hljs-type, .hljs-built_in, .hljs-attr, .hljs-attribute, .hljs-selector-class) {
  color: var(--code-type);
}

.document .hljs-emphasis {
  font-style: italic;
}

.document :is(.hljs-strong, .hljs-section) {
  font-weight: 600;
}

/* Of a paragraph that would take seconds to lay out, what is in sight. */
.stretch {
  display: block;
  content-visibility: auto;
  contain-intrinsic-block-size: auto 20em;
}

@media print {
  .stretch {
    content-visibility: visible;
  }

  /* The letters of tags are for the screen, and one of them is a button: paper has the text. */
  .document :is(.tag, .tag-line) {
    display: none;
  }

  .document :is(h1, h2, h3, h4, h5, h6) {
    break-after: avoid;
  }

  .document :is(pre, table, img, tr, .callout, .math-display) {
    break-inside: avoid;
  }

  /* On paper nobody scrolls. */
  .document :is(pre, table, .math-display) {
    overflow: visible;
  }

  .document table {
    display: table;
  }

  .document pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
}
`
