import { defineLanguageFacet, Language, languageDataProp } from '@codemirror/language'
import { NodeProp } from '@lezer/common'
import { Autolink, parser, TaskList, type MarkdownExtension } from '@lezer/markdown'
import { bounded, boundedBlocks } from './bounded-language.ts'
import { frontMatterSyntax } from './front-matter-syntax.ts'
import { htmlSyntax } from './html-syntax.ts'
import { mathSyntax } from './math-syntax.ts'
import { plainWordsSyntax } from './plain-words.ts'
import { tableSyntax } from './table-syntax.ts'
import { tagNodes } from './tag-styles.ts'
import { tagSyntax } from './tag-syntax.ts'
import { rememberInput } from './whole-text.ts'

const data = defineLanguageFacet()

/** What keeps its own order in a line that runs from right to left. */
const isolated = Object.fromEntries(
  [...Object.values(tagNodes), 'InlineCode', 'InlineMath', 'URL', 'Autolink', 'HTMLTag'].map(
    (name) => [name, 'ltr' as const]
  )
)

const laegnaMarkdown = parser.configure([
  { wrap: rememberInput },
  TaskList,
  Autolink,
  tableSyntax,
  htmlSyntax,
  mathSyntax,
  frontMatterSyntax,
  tagSyntax,
  plainWordsSyntax,
  boundedBlocks,
  { props: [languageDataProp.add({ Document: data }), NodeProp.isolate.add(isolated)] }
])

/**
 * Markdown with GFM, math, front matter and our tags. Not @codemirror/lang-markdown,
 * because that brings the HTML, CSS and JavaScript parsers along: a third of what a first visit may
 * load.
 */
export function markdownLanguage(...more: MarkdownExtension[]): Language {
  return new Language(data, bounded(laegnaMarkdown.configure(more)), [], 'markdown')
}
