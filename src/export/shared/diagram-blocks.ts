import { readReferences } from '../../render/read-references.ts'
import { isDiagram } from '../../render/preview/code-languages.ts'

/** As our serialisers write a block of code. A `<` in it would be an element of the user's own. */
const blocks = /<pre(?: dir="ltr")?><code class="language-([^"]+)">([^<]+)<\/code><\/pre>/g

/** Sources of the diagrams (N2) in the HTML of a card or of a preview, in their order. */
export function diagramsIn(html: string): string[] {
  const sources: string[] = []
  replaceDiagrams(html, (source) => void sources.push(source))
  return sources
}

/** The HTML with something else in place of its diagrams; where `write` gives nothing, the code stays. */
export function replaceDiagrams(
  html: string,
  write: (source: string) => string | undefined
): string {
  if (!html.includes('<code class="language-')) return html
  return html.replace(blocks, (whole, language: string, text: string) => {
    if (!isDiagram(readReferences(language)) || text.trim() === '') return whole
    return write(readReferences(text).replace(/\n$/, '')) ?? whole
  })
}
