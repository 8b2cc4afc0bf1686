import type { ElementContent } from 'hast'
import dart from 'highlight.js/lib/languages/dart'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import elixir from 'highlight.js/lib/languages/elixir'
import haskell from 'highlight.js/lib/languages/haskell'
import julia from 'highlight.js/lib/languages/julia'
import latex from 'highlight.js/lib/languages/latex'
import matlab from 'highlight.js/lib/languages/matlab'
import powershell from 'highlight.js/lib/languages/powershell'
import scala from 'highlight.js/lib/languages/scala'
import { common, createLowlight } from 'lowlight'

const lowlight = createLowlight({
  ...common,
  ...{ dart, dockerfile, elixir, haskell, julia, latex, matlab, powershell, scala }
})
lowlight.registerAlias({ xml: ['vue', 'vue-html', 'svelte'], shell: ['sh-session', 'cmd'] })

/** So much text is more than anybody reads, and colouring it would take seconds. */
const most = 50_000

/** Strings in strings and comments in comments, deeper than any code: what writes the tree calls itself for each. */
const deepest = 100

/** The text in spans of classes `hljs-…`, which hold text and such spans alone; undefined where it is not coloured. */
export function colourCode(text: string, language: string): ElementContent[] | undefined {
  if (text.length > most || !lowlight.registered(language)) return undefined
  const coloured = lowlight
    .highlight(language, text)
    .children.filter((child): child is ElementContent => child.type !== 'doctype')
  return isTooDeep(coloured) ? undefined : coloured
}

function isTooDeep(tree: ElementContent[]): boolean {
  let level = tree
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []))
  }
  return false
}
