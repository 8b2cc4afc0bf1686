/**
 * How cards look in Anki, on the desktop and on phones, by day and by night. Everything hangs on
 * `.card`, the class of the page there, so that it holds in a part of any page; nothing is fetched.
 */
export const cardCss = `.card {
  --text: #1d1f21;
  --quiet: #5c6166;
  --page: #ffffff;
  --panel: #f4f4f1;
  --line: #dcdcd6;
  --accent: #0b62c4;
  --keyword: #8a2f8f;
  --string: #00693e;
  --number: #9c4a00;
  --name: #0b5cad;
  --comment: #646a70;
  --removed: #b3261e;
  --mark: #fff0a0;
  box-sizing: border-box;
  max-width: 44rem;
  margin: 0 auto;
  padding: 1rem;
  color: var(--text);
  background-color: var(--page);
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-size: 20px;
  line-height: 1.5;
  text-align: start;
  overflow-wrap: break-word;
}
.card.nightMode,
.card.night_mode,
.nightMode .card,
.night_mode .card {
  --text: #e6e7e9;
  --quiet: #a0a6ad;
  --page: #1c1f23;
  --panel: #282d33;
  --line: #3c434a;
  --accent: #6db3ff;
  --keyword: #dba3e0;
  --string: #86d3a5;
  --number: #f0ab74;
  --name: #8fc4ff;
  --comment: #9aa1a8;
  --removed: #ff9d94;
  --mark: #5a4b00;
}
.card .context,
.card .question,
.card .answer,
.card .extra,
.card .source {
  unicode-bidi: plaintext;
}
.card .context,
.card .source {
  color: var(--quiet);
  font-size: 0.75em;
}
.card .context {
  margin-bottom: 0.75em;
}
.card .source {
  margin-top: 1.5em;
}
.card .question > :first-child,
.card .answer > :first-child {
  margin-top: 0;
}
.card .question > :last-child,
.card .answer > :last-child {
  margin-bottom: 0;
}
.card hr {
  height: 1px;
  margin: 1em 0;
  border: 0;
  background-color: var(--line);
}
.card a,
.card .cloze {
  color: var(--accent);
}
.card .cloze {
  font-weight: bold;
}
.card mark {
  padding: 0 0.1em;
  border-radius: 3px;
  color: inherit;
  background-color: var(--mark);
}
.card p,
.card ul,
.card ol,
.card dl,
.card pre,
.card table,
.card blockquote {
  margin: 0.6em 0;
}
.card ul,
.card ol {
  padding-inline-start: 1.5em;
}
.card li > p {
  margin: 0.25em 0;
}
.card .contains-task-list {
  padding-inline-start: 0.25em;
  list-style: none;
}
.card h1,
.card h2,
.card h3,
.card h4,
.card h5,
.card h6 {
  margin: 0.8em 0 0.4em;
  font-size: 1.1em;
  line-height: 1.3;
}
.card img,
.card video {
  max-width: 100%;
  height: auto;
}
.card .diagram {
  margin: 0.6em 0;
}
.card.nightMode .diagram img,
.card.night_mode .diagram img,
.nightMode .card .diagram img,
.night_mode .card .diagram img {
  filter: invert(0.91) hue-rotate(180deg);
}
.card blockquote {
  padding-inline-start: 0.9em;
  border-inline-start: 3px solid var(--line);
  color: var(--quiet);
}
.card .callout {
  margin: 0.6em 0;
  padding: 0.5em 0.8em;
  border-inline-start: 3px solid var(--callout);
  border-radius: 4px;
  background-color: var(--panel);
}
.card .callout > :first-child {
  margin-top: 0;
}
.card .callout > :last-child {
  margin-bottom: 0;
}
.card .callout-note,
.card .callout-abstract,
.card .callout-info,
.card .callout-todo {
  --callout: var(--name);
}
.card .callout-tip,
.card .callout-success {
  --callout: var(--string);
}
.card .callout-question,
.card .callout-warning {
  --callout: var(--number);
}
.card .callout-failure,
.card .callout-danger,
.card .callout-bug {
  --callout: var(--removed);
}
.card .callout-example {
  --callout: var(--keyword);
}
.card .callout-quote {
  --callout: var(--quiet);
}
.card .callout-title {
  font-weight: bold;
}
.card .callout-kind {
  color: var(--callout);
}
.card summary {
  cursor: pointer;
}
.card dt {
  font-weight: bold;
}
.card dd {
  margin: 0 0 0.4em;
  padding-inline-start: 1.5em;
}
.card table {
  display: block;
  max-width: 100%;
  overflow-x: auto;
  border-collapse: collapse;
}
.card th,
.card td {
  padding: 0.25em 0.6em;
  border: 1px solid var(--line);
  vertical-align: top;
}
.card th {
  background-color: var(--panel);
}
.card code,
.card kbd,
.card samp {
  padding: 0.1em 0.3em;
  border-radius: 4px;
  background-color: var(--panel);
  font-family: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace;
  font-size: 0.85em;
}
.card pre,
.card code,
.card kbd,
.card samp {
  direction: ltr;
  unicode-bidi: isolate;
}
.card pre {
  padding: 0.7em 0.9em;
  border-radius: 6px;
  background-color: var(--panel);
  line-height: 1.4;
  overflow-x: auto;
  white-space: pre;
}
.card pre code {
  padding: 0;
  background-color: transparent;
  white-space: inherit;
}
.card .footnotes {
  margin-top: 1.2em;
  border-top: 1px solid var(--line);
  font-size: 0.85em;
}
.card .hljs-comment,
.card .hljs-quote,
.card .hljs-meta {
  color: var(--comment);
}
.card .hljs-keyword,
.card .hljs-selector-tag,
.card .hljs-template-tag,
.card .hljs-doctag,
.card .hljs-section {
  color: var(--keyword);
}
.card .hljs-string,
.card .hljs-regexp,
.card .hljs-addition,
.card .hljs-symbol,
.card .hljs-bullet,
.card .hljs-link {
  color: var(--string);
}
.card .hljs-number,
.card .hljs-literal,
.card .hljs-type,
.card .hljs-built_in,
.card .hljs-variable,
.card .hljs-template-variable {
  color: var(--number);
}
.card .hljs-title,
.card .hljs-name,
.card .hljs-attr,
.card .hljs-attribute,
.card .hljs-property,
.card .hljs-selector-id,
.card .hljs-selector-class {
  color: var(--name);
}
.card .hljs-deletion {
  color: var(--removed);
}
.card .hljs-emphasis {
  font-style: italic;
}
.card .hljs-strong {
  font-weight: bold;
}
`
