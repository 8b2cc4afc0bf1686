import { say } from '../../../say/say.ts'
import { lineEnd } from '../items/paragraphs.ts'
import { eachChunk, fencedCode, type QualityRule } from './rule.ts'

/** Lines that only tell a program what to do: each pattern is a whole line. */
const LINES = [
  // MyST, Docusaurus, VitePress: `:::tip Title`, `::::{grid} 1 2`, `:::`, `::name{…}`.
  /^:{2,}.*$/,
  // MyST: `(target)=`, `+++`, `% a comment`.
  /^\([\w./: -]+\)=$/,
  /^\+\+\+.*$/,
  /^% .*$/,
  // Roles alone on a line, as `:label:` of D2L: `:label:`fig_a``.
  /^:[\w-]+:`[^`]*`$/,
  // mdBook: `{{#include …}}`; Liquid, Hugo: `{% … %}`, `{{< … >}}`.
  /^\{\{#.*\}\}$/,
  /^\{%.*%\}$/,
  /^\{\{[<%].*[>%]\}\}$/,
  // A table of contents is asked for.
  /^\[{1,2}toc\]{1,2}$/i,
  // MDX.
  /^import\s.+\sfrom\s+['"][^'"]+['"];?$/,
  /^export\s+(?:const|let|default|function)\b.*$/,
  /^\{\/\*.*\*\/\}$/,
  // MkDocs: `!!! note "Title"`.
  /^(?:!!!|\?\?\?\+?)\s+[\w-]+.*$/
]
/** What stands below the first line of a directive: `:name: value`. */
const OPTION = /^:[\w-]+:.*$/
/** Directives of MyST and others that bring something from elsewhere. */
const BRINGS =
  /^(?:\{(?:toctree|include|raw|literalinclude|tableofcontents|contents|index|bibliography|auto\w+|myst-\w+)\}|toc$)/

/** Tags of MyST, Docusaurus, mdBook and others without words of their own. */
export const directives: QualityRule = {
  name: 'directives',
  label: say('Bare directives'),
  hint: say('Lines for a program that makes a site: includes, labels, ::: and the like.'),
  cutsChapters: true,
  rest: eachChunk(isDirective)
}

function isDirective(text: string): boolean {
  const code = fencedCode(text)
  if (code) {
    if (BRINGS.test(code.info)) return true
    const lines = [...linesOf(code.body)]
    if (code.info.startsWith('{')) return lines.every((line) => OPTION.test(line))
    return lines.length > 0 && lines.every((line) => /^\{\{#.*\}\}$/.test(line))
  }
  let isBelow = false
  for (const line of linesOf(text)) {
    const opens = LINES.some((pattern) => pattern.test(line))
    if (!opens && !(isBelow && OPTION.test(line))) return false
    isBelow = true
  }
  return isBelow
}

/** Line by line: of most texts the first tells. */
function* linesOf(text: string): Generator<string> {
  let at = 0
  while (at <= text.length) {
    const end = lineEnd(text, at)
    const line = text
      .slice(at, end)
      .replace(/^[ \t>]+/, '')
      .trimEnd()
    if (line !== '') yield line
    at = end + 1
  }
}
