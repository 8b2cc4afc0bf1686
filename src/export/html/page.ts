import { inEnglish, type Said } from '../../say/say.ts'
import { escapeText } from '../shared/escape-text.ts'
import { placeOfFile } from './file-html.ts'
import { pageStyleFor } from './page-style.ts'

/** What a page is made of; all HTML in it is safe. */
export interface PageParts {
  title: string
  counts: Said[]
  contents: string
  /** One document each, and where it stood in the project. */
  articles: string[]
  paths: string[]
}

/** Whatever a text might still try: nothing runs, and nothing comes from elsewhere. */
const policy =
  "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A whole page that needs nothing beside itself. */
export function pageHtml(parts: PageParts): string {
  return `<!doctype html>
<html lang="und">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(parts.title)}</title>
<style>
${pageStyleFor({ root: ':root', body: 'body' })}</style>
</head>
<body>
${pageBody(parts, 'main')}
</body>
</html>
`
}

/** What stands in the body of a page; within another page, which has a main part, the documents are none. */
export function pageBody(
  { title, counts, contents, articles, paths }: PageParts,
  around: 'main' | 'div'
): string {
  const documents = articles.map(
    (article, at) =>
      `<article class="document" id="${placeOfFile(at)}">\n${pathOf(at)}${article}\n</article>`
  )
  return `<header class="head">
<h1 class="project" dir="auto">${escapeText(title)}</h1>
<p class="counts">${counts.map(inEnglish).join(' · ')}</p>
${hasAnswers(articles) ? '<p class="choice"><label><input type="checkbox" id="hide-answers"> Hide answers until they are pointed at</label></p>' : ''}
${contents}
</header>
<${around}>
${documents.join('\n')}
</${around}>`

  function pathOf(at: number): string {
    return paths.length > 1 ? `<p class="path" dir="auto">${escapeText(paths[at] ?? '')}</p>\n` : ''
  }
}

function hasAnswers(articles: string[]): boolean {
  return articles.some((article) => article.includes('part-answer'))
}
